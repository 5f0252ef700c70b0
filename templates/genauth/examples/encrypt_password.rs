//! Encrypts the text on standard input as a password: `encrypt_password rsa KEY.PEM`, or `encrypt_password sm2 HEX`.

use std::error::Error;
use std::{env, fs, io};

use genauth::password::{RsaKey, Sm2Key};

fn main() -> Result<(), Box<dyn Error>> {
    let password = io::read_to_string(io::stdin())?;
    let password = password.strip_suffix('\n').unwrap_or(&password).to_owned();
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let encrypted = match arguments[..] {
        ["rsa", path] => RsaKey::from_pem(&fs::read_to_string(path)?)?.encrypt(&password)?,
        ["sm2", hex] => Sm2Key::from_hex(hex)?.encrypt(&password)?,
        _ => return Err("usage: encrypt_password rsa KEY.PEM | encrypt_password sm2 HEX".into()),
    };
    println!("{encrypted}");
    Ok(())
}
