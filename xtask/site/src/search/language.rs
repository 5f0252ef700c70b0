//! The language of a book about an API: English words, names and Chinese.

use elasticlunr::lang::English;
use elasticlunr::{Language, Pipeline};

use super::tokens::tokens;

/// English, except that nothing is trimmed from a token: the English trimmer removes whatever is not of the Latin
/// alphabet.
pub(crate) struct Names;

impl Language for Names {
    fn name(&self) -> String {
        "Names".to_owned()
    }

    fn code(&self) -> String {
        "en".to_owned()
    }

    fn tokenize(&self, text: &str) -> Vec<String> {
        tokens(text)
    }

    fn make_pipeline(&self) -> Pipeline {
        let mut pipeline = English::new().make_pipeline();
        pipeline.queue.retain(|step| step.name() != "trimmer");
        pipeline
    }
}
