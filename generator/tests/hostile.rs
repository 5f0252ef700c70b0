//! Documents and overlays that mean harm: what comes of each is a message, or files in which it does none.
//!
//! What needs little memory is tried here. What a text may do to the program, by its length or its depth, is tried on the
//! program itself, in `xtask/tests`.

#[path = "hostile/depth.rs"]
mod depth;
#[path = "hostile/names.rs"]
mod names;
#[path = "hostile/patterns.rs"]
mod patterns;
#[path = "hostile/references.rs"]
mod references;
#[path = "hostile/run.rs"]
mod run;
#[path = "hostile/settings.rs"]
mod settings;
#[path = "hostile/size.rs"]
mod size;
#[path = "hostile/spellings.rs"]
mod spellings;
#[path = "hostile/texts.rs"]
mod texts;
