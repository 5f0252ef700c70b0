//! The tables of the crate's operations are turned on by its features. They are compiled here as well, with all of them.

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let manifest = "../../generated/genauth/Cargo.toml";
    println!("cargo::rerun-if-changed={manifest}");
    println!("cargo::rustc-check-cfg=cfg(feature, values(any()))");
    let manifest: serde_json::Value = basic_toml::from_str(&std::fs::read_to_string(manifest)?)?;
    for feature in manifest["features"].as_object().into_iter().flat_map(|features| features.keys()) {
        println!("cargo::rustc-cfg=feature={feature:?}");
    }
    Ok(())
}
