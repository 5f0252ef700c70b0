//! The changes that oasdiff knows.
