//! How a run ends.

use std::fmt::Display;
use std::io;
use std::process::ExitCode;

/// A run that went to its end.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// Exit code 0.
    Well,
    /// Exit code 1: something in what was given is to be corrected, and the output says what.
    WithProblems,
}

/// A run that could not go to its end.
pub enum Fault {
    /// Exit code 2: an argument or a file cannot be used.
    Unusable(String),
    /// Exit code 3: the output cannot be written. Somebody who closes the pipe has read enough: 0, and not a word.
    Output(io::Error),
}

impl Fault {
    /// `what` (with the user's value in backticks) and what to do about it.
    pub fn unusable(what: impl Display) -> Self {
        Self::Unusable(what.to_string())
    }

    /// What to say on stderr.
    pub fn message(&self) -> Option<String> {
        match self {
            Self::Unusable(message) => Some(message.clone()),
            Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => None,
            Self::Output(error) => Some(format!("the output cannot be written: {error}")),
        }
    }

    /// The code the program ends with.
    pub fn exit_code(&self) -> ExitCode {
        match self {
            Self::Unusable(_) => ExitCode::from(2),
            Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
            Self::Output(_) => ExitCode::from(3),
        }
    }
}

impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl From<serde_json::Error> for Fault {
    fn from(error: serde_json::Error) -> Self {
        Self::Output(error.into())
    }
}
