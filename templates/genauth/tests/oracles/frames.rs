//! Frames of a websocket: whatever a service sends, a subscription tells events up to its limit and then ends.

use std::time::Duration;

use futures_util::future::join;
use genauth::events::Reconnect;
use genauth::{Error, ManagementClient};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::Runtime;
use tokio_tungstenite::tungstenite::handshake::derive_accept_key;

use super::{HIDDEN, everything_about};

/// The largest event that is taken, in bytes.
pub const LIMIT: usize = 4096;

/// Frames as they are on the wire (RFC 6455, 5.2), right and wrong ones.
pub fn seeds() -> Vec<Vec<u8>> {
    let hidden = HIDDEN.as_bytes();
    let text = || frame(true, TEXT, b"{\"a\":1}");
    vec![
        text(),
        [text(), frame(true, PING, b"p"), frame(true, BINARY, "ü".as_bytes()), text()].concat(),
        [
            frame(false, TEXT, b"{\"a\":"),
            frame(true, PONG, b""),
            frame(false, CONTINUATION, b"1"),
            frame(true, CONTINUATION, b"}"),
        ]
        .concat(),
        [text(), frame(true, CLOSE, &[&[0x03, 0xe8], hidden].concat()), text()].concat(),
        frame(true, CLOSE, b""),
        frame(true, CLOSE, &[0xff]),
        frame(true, BINARY, &[hidden, &[0xff]].concat()),
        frame(true, TEXT, &[hidden, &[0xff]].concat()),
        frame(true, TEXT, &[b'a'; LIMIT]),
        frame(true, TEXT, &[b'a'; LIMIT + 1]),
        [frame(false, TEXT, &[b'a'; LIMIT]), frame(true, CONTINUATION, b"a")].concat(),
        [&[0x81, 0x7f, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], hidden].concat(),
        [&[0x81, 0x85, 1, 2, 3, 4], &hidden[..5]].concat(),
        [&[0xf1, 0x01], hidden].concat(),
        [&[0x83, 0x0e], hidden].concat(),
        frame(true, CONTINUATION, hidden),
        [frame(false, TEXT, hidden), text()].concat(),
        frame(false, PING, hidden),
        vec![0x81, 0x7e, 0x00],
    ]
}

const CONTINUATION: u8 = 0;
const TEXT: u8 = 1;
const BINARY: u8 = 2;
const CLOSE: u8 = 8;
const PING: u8 = 9;
const PONG: u8 = 10;

/// A service on the loopback interface, and who subscribes to it.
pub struct Frames {
    listener: TcpListener,
    client: ManagementClient,
    sockets: reqwest::Client,
    runtime: Runtime,
}

impl Default for Frames {
    fn default() -> Self {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).unwrap();
        let uri = format!("ws://{}", listener.local_addr().unwrap());
        let client = ManagementClient::builder().access_key_id("AK").access_key_secret("SECRET").socket_uri(uri);
        let sockets = reqwest::Client::builder().http1_only().no_proxy().build().unwrap();
        Frames { listener, client: client.build().unwrap(), sockets, runtime }
    }
}

impl Frames {
    /// Sends these bytes after the handshake, and then ends the connection.
    ///
    /// # Panics
    ///
    /// When the subscription does not end as it should, or tells what it should not.
    pub fn check(&self, bytes: &[u8]) {
        let (events, end) = self.told_of(bytes);
        assert!(events.iter().all(|event| event.len() <= LIMIT), "an event is larger than the limit");
        assert!(events.iter().map(String::len).sum::<usize>() <= bytes.len(), "more is told than was sent");
        let told = everything_about(&end);
        assert!(!told.contains(HIDDEN), "what was sent shows: {told}");
        assert!(matches!(end, Error::Transport(_)), "{told}");
    }

    /// Sends each text as a message, broken into frames of so many bytes with a ping in between, and wants them back.
    ///
    /// # Panics
    ///
    /// When other events are told than were sent.
    pub fn check_written(&self, texts: &[&str], frame_size: usize) {
        let (mut sent, mut expected) = (Vec::new(), Vec::new());
        for text in texts {
            expected.push(*text);
            let chunks: Vec<&[u8]> = text.as_bytes().chunks(frame_size.max(1)).collect();
            let chunks = if chunks.is_empty() { vec![&b""[..]] } else { chunks };
            for (index, chunk) in chunks.iter().enumerate() {
                let opcode = if index == 0 { TEXT } else { CONTINUATION };
                sent.extend(frame(index + 1 == chunks.len(), opcode, chunk));
                sent.extend(frame(true, PING, b"are you there?"));
            }
        }
        let too_large = expected.iter().position(|text| text.len() > LIMIT);
        expected.truncate(too_large.unwrap_or(expected.len()));
        let (events, end) = self.told_of(&sent);
        assert_eq!(events, expected);
        let Error::Transport(end) = end else { panic!("{end:?}") };
        let is_too_large = end.kind() == genauth::TransportErrorKind::TooLarge;
        assert_eq!(is_too_large, too_large.is_some(), "{end:?}");
    }

    /// The events that are told of, and the error that comes after them.
    fn told_of(&self, bytes: &[u8]) -> (Vec<String>, Error) {
        let subscribe = self.client.subscribe_event("a").reconnect(Reconnect::off()).max_message_size(LIMIT);
        let subscribe = subscribe.http_client(self.sockets.clone());
        let listening = async {
            let mut events = subscribe.await.expect("the handshake is right");
            let mut texts = Vec::new();
            let end = loop {
                match events.next().await.expect("an error is the end") {
                    Ok(event) => texts.push(event.text().to_owned()),
                    Err(error) => break error,
                }
            };
            assert!(events.next().await.is_none(), "something comes after the end");
            (texts, end)
        };
        let both = join(serve(&self.listener, bytes), listening);
        // Far longer than anything here takes: what is still going on then never ends.
        let both = self.runtime.block_on(async { tokio::time::timeout(Duration::from_secs(20), both).await });
        both.expect("the subscription ends when its connection does").1
    }
}

/// Lets the next subscriber in, sends the bytes, and waits until the subscriber is gone.
async fn serve(listener: &TcpListener, bytes: &[u8]) {
    let (mut stream, _) = listener.accept().await.unwrap();
    let key = websocket_key(&mut stream).await;
    let accept = derive_accept_key(key.as_bytes());
    let head = format!(
        "HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: websocket\r\nsec-websocket-accept: {accept}\r\n\r\n"
    );
    // A subscriber who has read enough goes away, whatever is still to be sent.
    if stream.write_all(&[head.as_bytes(), bytes].concat()).await.is_ok() && stream.shutdown().await.is_ok() {
        let _ = stream.read_to_end(&mut Vec::new()).await;
    }
}

async fn websocket_key(stream: &mut TcpStream) -> String {
    let mut request = Vec::new();
    while !request.ends_with(b"\r\n\r\n") {
        stream.read_buf(&mut request).await.unwrap();
    }
    let request = String::from_utf8(request).unwrap();
    let mut headers = request.lines().filter_map(|line| line.split_once(": "));
    headers.find(|(name, _)| name.eq_ignore_ascii_case("sec-websocket-key")).unwrap().1.to_owned()
}

/// A frame as servers send it: without a mask.
fn frame(is_last: bool, opcode: u8, payload: &[u8]) -> Vec<u8> {
    let mut frame = vec![if is_last { 0x80 | opcode } else { opcode }];
    match payload.len() {
        length @ 0..=125 => frame.push(length as u8),
        length @ 126..=0xffff => {
            frame.push(126);
            frame.extend((length as u16).to_be_bytes());
        }
        length => {
            frame.push(127);
            frame.extend((length as u64).to_be_bytes());
        }
    }
    frame.extend(payload);
    frame
}
