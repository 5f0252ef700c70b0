// Whom and what the provider knows: a client for each way to authenticate or to have tokens signed, one account, and
// one protected resource.

export const REDIRECT_URI = "http://127.0.0.1/callback";
export const POST_LOGOUT_REDIRECT_URI = "http://127.0.0.1/signed-out";

export const ACCOUNT = { sub: "user-1", name: "User One", email: "user-1@example.com", email_verified: true };

// Secrets have unreserved characters only, so that they are the same with and without the escaping that RFC 6749
// section 2.3.1 asks of HTTP Basic.
export const CLIENTS = [
  client("post", "client_secret_post", { grants: ["client_credentials"] }),
  client("basic", "client_secret_basic", { grants: ["client_credentials"] }),
  client("public", "none"),
  client("hs256", "client_secret_post", { idTokenAlgorithm: "HS256" }),
  client("jwt", "client_secret_post", { grants: ["client_credentials"] }),
];

/** The one protected resource. Access tokens for it are JWTs, all others are opaque. */
export const RESOURCE = "https://api.example.com";

/** The client whose access tokens are for the resource without asking for it. */
export const JWT_CLIENT = "jwt";

function client(id, authentication, { grants = [], idTokenAlgorithm = "RS256" } = {}) {
  return {
    client_id: id,
    ...(authentication !== "none" && { client_secret: `${id}-secret-0123456789-0123456789-0123456789` }),
    token_endpoint_auth_method: authentication,
    id_token_signed_response_alg: idTokenAlgorithm,
    grant_types: ["authorization_code", "refresh_token", ...grants],
    redirect_uris: [REDIRECT_URI],
    post_logout_redirect_uris: [POST_LOGOUT_REDIRECT_URI],
    scope: "openid profile email offline_access",
  };
}
