//! Keys made for these tests, and what other programs encrypted for them.

/// What was encrypted.
pub(crate) const PASSWORD: &str = "pässwörd 密码 😀";

/// Made by `openssl genpkey`; 1024 bits, as the service's own.
pub(crate) const RSA_PRIVATE: &str = "\
-----BEGIN PRIVATE KEY-----
MIICdwIBADANBgkqhkiG9w0BAQEFAASCAmEwggJdAgEAAoGBAOVvNbguSwoB562T
YlBvz4th9D+zxWFagy5A17K1Z3Jrplvj2tTE6qBhmXQr9Zmk4DkxHf/pP6A/Tfex
Fr42CJdkKDszCMU7k78KAJf5ASvWS5miU8jTgWEAn4qIY8sGeoEfh95E0dvjuf0+
7b0gsXDA/NOnVHTQ6P2Mly1PP3dzAgMBAAECgYAqd/pmnFMRiCa9T3G8V+X/8+LF
Q95+VcXAcwo6Ly/10w1ZJwUjq0uO4mIISfbNOOK0U24tJ5y6ad1hwurlzJSsL4Wx
KkNPe2E1uh6rzOqe821oliCYvKsVOnK2GJIKIhFLfdytgaxhmdLJU/otpLp3moWA
hZxO2uE4immIiJg/8QJBAPc8Wm6BENN+Z8MuX3v5PB9Rk5UzfjRW/IgMQ8sOTl8o
3BIKAEvFXtu9Lem0knF/jErr/geqphvwBpZeGXR10NsCQQDtkU+Jv5HTSvt+L9su
CKK1g1G3FeP+EcR6bwKMy1UFHM/uPA9uRzDolAJoNI2d85GBdYlwi0L68sXMtj2H
wItJAkEAiCAe2oENtqT+lKTPxf6wb74GuDul3UOXv4ChQwgZdqOUqAoBp7aASBSd
VvQpPXywzf+p2qbG1tMNjXU6JrlHyQJBAOQhxHWNByYWPUfCAQJFvKn9vvzIAra6
rSi9bX9yyuQr9OjbuB24M5lEeMNEpDHn8fSVwDPZJ6sAcz3QS2oPVjECQAe4scEg
vPgPpBIXgbM6a2Ay43OBdEFU+RaInAZH2tZXp7ZuY8/MdGG/+MYNODCPcmoViubG
lJHKIEntrj/n5dU=
-----END PRIVATE KEY-----
";

pub(crate) const RSA_PUBLIC: &str = "\
-----BEGIN PUBLIC KEY-----
MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDlbzW4LksKAeetk2JQb8+LYfQ/
s8VhWoMuQNeytWdya6Zb49rUxOqgYZl0K/WZpOA5MR3/6T+gP033sRa+NgiXZCg7
MwjFO5O/CgCX+QEr1kuZolPI04FhAJ+KiGPLBnqBH4feRNHb47n9Pu29ILFwwPzT
p1R00Oj9jJctTz93cwIDAQAB
-----END PUBLIC KEY-----
";

/// Made by `openssl pkeyutl -encrypt`.
pub(crate) const RSA_ENCRYPTED: &str = "TVXbIver75wYpdjz+SyY2bnuxHYratXlXi6wJf38Ngh4Vs4+8mC1v/wwcreEMSN4kNoPfoWg+mp9Ked/U0BHDAsf8hGnLm7f56i6Y05/r34WmDg/nvLtLU6gG8Sg7K2UV7RkmluapNoGGpZ1Gs2Y26cFykFxQdY2HLb2gEbu+wY=";

/// Made by sm-crypto 0.5.8, as is what follows.
pub(crate) const SM2_PRIVATE: &str = "870c79ba75f2a58526aa36459c01d49ebf1f5104f7996c4fdc5aec364a78c6cd";

pub(crate) const SM2_PUBLIC: &str = "04789f60255a011d2337ea4343ebfa65f092ddb401e693ed89dff63dc65f7088dbbaef09dd3b00cc9435d46c4cad93348ceb91ea4c231eb62b915c68039605546e";

pub(crate) const SM2_ENCRYPTED: &str = "4f0f18c72cce7622ade580819a136fbeec8ff6aa3b2386ee97cb9363e260fa2d89da1a662665392d9497220d208449506dc3f7cc1251e3fdef6baef7e45911f56560825e03b0f94a04818a52190030708f9b9cc72e9264d4116e23a5d997b1427cb32b74d1193bfcc43645cec90ff6babaf013b52d71";
