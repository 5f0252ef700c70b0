//! A web application whose users sign in by OpenID Connect.
//!
//! Its settings come from the environment: `GENAUTH_APP_ID`, `GENAUTH_APP_SECRET`, `GENAUTH_APP_HOST`. In the console of
//! the application, allow `http://localhost:3000/callback` as the redirect URI and `http://localhost:3000/` for signing
//! out. Then open `http://localhost:3000/`.

use std::collections::HashMap;
use std::env;
use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::extract::{RawQuery, State};
use axum::http::header::{COOKIE, LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use genauth::protocol::pkce::generate_code_verifier;
use genauth::protocol::{AuthorizeUrlOptions, LogoutUrlOptions, SignedIn};
use genauth::{AuthenticationClient, Error};

const SESSION: &str = "session";

/// What all requests share. A real application keeps its sessions in a store, and lets them expire.
#[derive(Clone)]
struct App {
    client: AuthenticationClient,
    sessions: Arc<Mutex<HashMap<String, SignedIn>>>,
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let address = env::var("ADDRESS").unwrap_or_else(|_| "localhost:3000".to_owned());
    let client = AuthenticationClient::builder()
        .app_id(setting("GENAUTH_APP_ID")?)
        .app_secret(setting("GENAUTH_APP_SECRET")?)
        .app_host(setting("GENAUTH_APP_HOST")?)
        .redirect_uri(format!("http://{address}/callback"))
        .logout_redirect_uri(format!("http://{address}/"))
        .build()?;
    let listener = tokio::net::TcpListener::bind(&address).await?;
    println!("http://{address}/");
    axum::serve(listener, routes(client)).await?;
    Ok(())
}

/// The pages of the application.
pub fn routes(client: AuthenticationClient) -> Router {
    Router::new()
        .route("/", get(home))
        .route("/login", get(login))
        .route("/callback", get(callback))
        .route("/profile", get(profile))
        .route("/logout", get(logout))
        .with_state(App { client, sessions: Arc::default() })
}

async fn home() -> Html<&'static str> {
    Html(r#"<a href="/login">Sign in</a> <a href="/profile">Profile</a> <a href="/logout">Sign out</a>"#)
}

async fn login(State(app): State<App>) -> Result<Response, Problem> {
    let login = app.client.login_with_redirect(AuthorizeUrlOptions::new())?;
    Ok(redirect(&login.location, &[login.set_cookie.expose()]))
}

async fn callback(State(app): State<App>, RawQuery(query): RawQuery, headers: HeaderMap) -> Result<Response, Problem> {
    let cookies = headers.get(COOKIE).and_then(|cookies| cookies.to_str().ok());
    let signed_in = app.client.handle_redirect_callback(&query.unwrap_or_default(), cookies).await?;
    let clear_cookie = signed_in.clear_cookie.clone();
    // The browser gets a name that nobody can guess; the tokens stay here.
    let session = generate_code_verifier()?;
    app.sessions().insert(session.expose().to_owned(), signed_in);
    let set_cookie = format!("{SESSION}={}; Path=/; HttpOnly; SameSite=Lax", session.expose());
    Ok(redirect("/profile", &[&clear_cookie, &set_cookie]))
}

async fn profile(State(app): State<App>, headers: HeaderMap) -> Result<Response, Problem> {
    let signed_in = session_of(&headers).and_then(|session| app.sessions().get(session).cloned());
    let Some(signed_in) = signed_in else {
        return Ok(redirect("/login", &[]));
    };
    let user = app.client.get_user_info_by_access_token(signed_in.tokens.access_token.expose()).await?;
    Ok(axum::Json(user.claims()).into_response())
}

async fn logout(State(app): State<App>, headers: HeaderMap) -> Response {
    let signed_in = session_of(&headers).and_then(|session| app.sessions().remove(session));
    let mut options = LogoutUrlOptions::new();
    if let Some(id_token) = signed_in.and_then(|signed_in| signed_in.tokens.id_token) {
        options = options.with_id_token(id_token);
    }
    let logout = app.client.logout_with_redirect(options);
    let end_session = format!("{SESSION}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax");
    redirect(logout.location.expose(), &[&logout.set_cookie, &end_session])
}

impl App {
    fn sessions(&self) -> std::sync::MutexGuard<'_, HashMap<String, SignedIn>> {
        self.sessions.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn session_of(headers: &HeaderMap) -> Option<&str> {
    let cookies = headers.get(COOKIE)?.to_str().ok()?.split(';');
    cookies.filter_map(|cookie| cookie.trim().split_once('=')).find(|(name, _)| *name == SESSION).map(|it| it.1)
}

fn redirect(location: &str, cookies: &[&str]) -> Response {
    let mut headers = HeaderMap::new();
    for (name, value) in [(LOCATION, location)].into_iter().chain(cookies.iter().map(|cookie| (SET_COOKIE, *cookie))) {
        match value.parse() {
            Ok(value) => headers.append(name, value),
            Err(_) => return StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        };
    }
    (StatusCode::SEE_OTHER, headers).into_response()
}

/// A sign-in that did not succeed. Its texts hold no secrets.
struct Problem(Error);

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        Problem(error)
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = match self.0 {
            Error::OpenId(_) | Error::Token(_) => StatusCode::FORBIDDEN,
            _ => StatusCode::BAD_GATEWAY,
        };
        (status, format!("Signing in did not succeed: {}", self.0)).into_response()
    }
}

fn setting(name: &str) -> Result<String, String> {
    env::var(name).map_err(|_| format!("the environment variable {name} is missing"))
}
