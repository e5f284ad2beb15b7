//! A member on the way in, step by step.

use protocol::entrance::{Act, GoOn, Refusal, Step};
use protocol::sign_in::{SignIn, SignInOutcome, Tokens};
use protocol::{DeviceId, Secret};
use reqwest::StatusCode;

use crate::support::Server;

/// A device, and what it was given at its last sign-in.
#[derive(Clone, Default)]
pub(crate) struct Device {
    pub(crate) known_as: Option<(DeviceId, Secret)>,
    /// Of its session.
    pub(crate) tokens: Option<Tokens>,
}

/// A way in.
pub(crate) struct Walk<'a> {
    server: &'a Server,
    pub(crate) entrance: Secret,
    pub(crate) step: Step,
}

/// What a sign-in or a step led to.
pub(crate) enum Came<'a> {
    In(Device),
    To(Walk<'a>),
    Not(StatusCode, SignInOutcome),
}

impl Device {
    /// Signs in.
    pub(crate) async fn sign_in<'a>(&self, server: &'a Server, nir: &str, code: &str) -> Came<'a> {
        let (device, trust) = self.known_as.clone().unzip();
        let form = SignIn { nir: Secret::new(nir), code: Secret::new(code), device, trust };
        let response = server.post("/v1/sign-in").header("accept-language", "fr").json(&form).send().await.unwrap();
        came(server, response).await
    }
}

pub(crate) async fn came<'a>(server: &'a Server, response: reqwest::Response) -> Came<'a> {
    let status = response.status();
    match response.json().await.unwrap() {
        SignInOutcome::SignedIn { tokens, device, trust } => {
            Came::In(Device { known_as: Some((device, trust)), tokens: Some(tokens) })
        }
        SignInOutcome::Entering { entrance, step, .. } => Came::To(Walk { server, entrance, step }),
        other => Came::Not(status, other),
    }
}

impl<'a> Walk<'a> {
    pub(crate) async fn act(&self, act: Act) -> Came<'a> {
        let request = GoOn { entrance: self.entrance.clone(), act };
        let response = self.server.post("/v1/entrance").json(&request).send().await.unwrap();
        came(self.server, response).await
    }

    /// The act is refused, and the step stays.
    pub(crate) async fn refused(&self, act: Act) -> Refusal {
        match self.act(act).await {
            Came::Not(StatusCode::UNPROCESSABLE_ENTITY, SignInOutcome::Refused { refusal }) => refusal,
            _ => panic!("not refused"),
        }
    }
}

impl<'a> Came<'a> {
    pub(crate) fn step(self) -> Walk<'a> {
        match self {
            Came::To(walk) => walk,
            Came::In(_) => panic!("the account is open"),
            Came::Not(status, _) => panic!("{status}"),
        }
    }

    pub(crate) fn inside(self) -> Device {
        match self {
            Came::In(device) => device,
            Came::To(walk) => panic!("there is a step: {:?}", walk.step),
            Came::Not(status, _) => panic!("{status}"),
        }
    }

    pub(crate) fn status(self) -> StatusCode {
        match self {
            Came::Not(status, _) => status,
            _ => StatusCode::OK,
        }
    }
}

/// The six digits of an e-mail.
pub(crate) fn six_digits(text: &str) -> Secret {
    let digits = text.split_whitespace().find(|word| word.len() == 6 && word.bytes().all(|byte| byte.is_ascii_digit()));
    Secret::new(digits.unwrap())
}
