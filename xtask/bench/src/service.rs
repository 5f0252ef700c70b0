//! A service on the loopback interface that gives the same answer to every request, as fast as it can.

use std::io::{self, BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;

/// A user's profile, with every property that the documents require.
pub const PROFILE: &str = r#"{"statusCode":200,"message":"ok","requestId":"R-1","data":{"userId":"6229ffaxxxxxxxxcade3e3d9","createdAt":"2022-07-03T03:20:30.000Z","updatedAt":"2022-07-03T03:20:30.000Z","status":"Activated","workStatus":"Active","gender":"F","emailVerified":true,"phoneVerified":true,"userSourceType":"register","email":"test@example.com","phone":"188xxxx8888","username":"bob","name":"Bob","nickname":"Bobby","loginsCount":3}}"#;

/// Starts the service, which ends with the program, and returns its address as `http://127.0.0.1:PORT`.
///
/// # Errors
///
/// No port can be had.
pub fn start(answer: &str) -> io::Result<String> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let address = listener.local_addr()?;
    let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ";
    let answer = format!("{head}{}\r\n\r\n{answer}", answer.len());
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let answer = answer.clone();
            // A client that goes away ends its connection's thread, and that is all.
            thread::spawn(move || serve(&stream, answer.as_bytes()));
        }
    });
    Ok(format!("http://{address}"))
}

/// Answers until the client has enough. Requests have no body: nothing but `GET` is sent here.
fn serve(stream: &TcpStream, answer: &[u8]) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let mut reader = BufReader::new(stream);
    let mut writer = stream;
    let mut line = Vec::new();
    loop {
        line.clear();
        match reader.read_until(b'\n', &mut line)? {
            0 => return Ok(()),
            2 => writer.write_all(answer)?,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn one_connection_is_answered_as_often_as_it_asks() -> io::Result<()> {
        let address = start("{}")?;
        let mut stream = TcpStream::connect(address.trim_start_matches("http://"))?;
        for _ in 0..3 {
            stream.write_all(b"GET /api HTTP/1.1\r\nhost: x\r\n\r\n")?;
            let mut answer =
                vec![0; b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}".len()];
            stream.read_exact(&mut answer)?;
            assert!(answer.ends_with(b"\r\n\r\n{}"));
        }
        Ok(())
    }
}
