//! Texts that follow a format (OpenAPI 3.0.4, section 4.4; JSON Schema's formats).

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use rand::{Rng, RngExt};

use super::Variant;
use super::maker::{Maker, Spot};
use super::shape::Shape;

/// How often a text is made before there is none within the limits.
const ATTEMPTS: usize = 16;

/// A text of the shape's format, when it is a known one that leaves something to choose within the limits.
pub(super) fn make(maker: &Maker<'_>, shape: &Shape<'_>, spot: &Spot<'_>) -> Option<String> {
    let format = shape.format?;
    let attempts = (0..ATTEMPTS).map(|attempt| {
        let mut throw = spot.dice.child(&format!("format {attempt}")).throw();
        text(format, &mut throw, maker.variant, shape.length.least)
    });
    attempts.map_while(|text| text).find(|text| shape.length.contains(text.chars().count()))
}

fn text(format: &str, throw: &mut impl Rng, variant: Variant, least: usize) -> Option<String> {
    let is_plain = matches!(variant, Variant::Example | Variant::Required);
    let tag = format!("{:06x}", throw.random_range(0..1 << 24));
    Some(match format {
        "date-time" if is_plain => "2024-05-17T08:30:00.000Z".to_owned(),
        "date-time" => format!("{}T{}{}", date(throw), time(throw), offset(throw, variant)),
        "date" if is_plain => "2024-05-17".to_owned(),
        "date" => date(throw),
        "time" => format!("{}{}", time(throw), offset(throw, variant)),
        "email" if is_plain => "zhangsan@example.com".to_owned(),
        "email" => format!("{tag}.o'neil+tag@example.com"),
        "hostname" => format!("{tag}.example.com"),
        "ipv4" => format!("192.0.2.{}", throw.random_range(1..255)),
        "ipv6" => format!("2001:db8::{:x}", throw.random_range(1..0xffff)),
        "uri" | "url" if is_plain => "https://example.com/".to_owned(),
        "uri" | "url" => format!("https://example.com/{tag}/a%20b?x=1&y=%C3%A9#top"),
        "uuid" => uuid(throw),
        "byte" => {
            let count = (least / 4 * 3).min(4_096) + throw.random_range(0..12);
            STANDARD.encode((0..count).map(|_| throw.random::<u8>()).collect::<Vec<_>>())
        }
        _ => return None,
    })
}

fn date(throw: &mut impl Rng) -> String {
    match throw.random_range(0..8) {
        0 => "2024-02-29".to_owned(),
        1 => "1970-01-01".to_owned(),
        _ => {
            let (year, month) = (throw.random_range(1971..2100), throw.random_range(1..=12));
            format!("{year}-{month:02}-{:02}", throw.random_range(1..=28))
        }
    }
}

fn time(throw: &mut impl Rng) -> String {
    let (hour, minute, second) = (throw.random_range(0..24), throw.random_range(0..60), throw.random_range(0..60));
    let whole = format!("{hour:02}:{minute:02}:{second:02}");
    match throw.random_range(0..3) {
        0 => whole,
        1 => format!("{whole}.{:03}", throw.random_range(0..1_000)),
        _ => format!("{whole}.{:06}", throw.random_range(0..1_000_000)),
    }
}

fn offset(throw: &mut impl Rng, variant: Variant) -> &'static str {
    let offsets = if variant == Variant::Random { ["Z", "+08:00", "-03:30", "+00:00"] } else { ["Z"; 4] };
    offsets[throw.random_range(0..4)]
}

/// A random one (RFC 9562, section 5.4).
fn uuid(throw: &mut impl Rng) -> String {
    let (high, low) = (throw.random::<u64>(), throw.random::<u64>());
    let variant = 8 + (low >> 62);
    format!(
        "{:08x}-{:04x}-4{:03x}-{variant:x}{:03x}-{:012x}",
        high >> 32,
        high >> 16 & 0xffff,
        high & 0xfff,
        low >> 48 & 0xfff,
        low & 0xffff_ffff_ffff
    )
}
