//! A program that a test started: its output in a file, its end with the test's.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result};
use rustix::process::{Pid, Signal, kill_process};

/// A child process. Dropped, it is killed and waited for.
pub struct Process {
    child: Child,
    log: PathBuf,
}

impl Process {
    /// A command that the system ends should the test be killed before it can.
    pub fn command(program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new("setpriv");
        command.args(["--pdeathsig", "KILL", "--"]).arg(program);
        command
    }

    /// Starts it with standard error, and standard output unless that is piped, in `log`.
    ///
    /// # Errors
    /// When the program or the log file cannot be opened.
    pub fn start(command: &mut Command, log: &Path, output: Output) -> Result<Self> {
        let file = File::options().create(true).append(true).open(log).context("opening a log")?;
        command.stderr(file.try_clone()?);
        match output {
            Output::Logged => command.stdout(file),
            Output::Piped => command.stdout(Stdio::piped()),
        };
        let child = command.spawn().with_context(|| format!("starting {:?}", command.get_program()))?;
        Ok(Self { child, log: log.to_owned() })
    }

    /// The process's number.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// The first line on piped standard output, which says that the program is ready. The rest is thrown away.
    ///
    /// # Errors
    /// When the program ends before it printed a line.
    pub fn first_line(&mut self) -> Result<String> {
        let mut lines = self.lines(1)?;
        lines.pop().context("no line")
    }

    /// So many lines from piped standard output. The rest is thrown away.
    ///
    /// # Errors
    /// When the program ends before it printed them.
    pub fn lines(&mut self, count: usize) -> Result<Vec<String>> {
        let mut output = BufReader::new(self.child.stdout.take().context("output is not piped")?);
        let mut lines = Vec::new();
        while lines.len() < count {
            let mut line = String::new();
            if output.read_line(&mut line)? == 0 {
                anyhow::bail!("it ended before it had said all: {}", self.log());
            }
            lines.push(line.trim().to_owned());
        }
        std::thread::spawn(move || std::io::copy(&mut output, &mut std::io::sink()));
        Ok(lines)
    }

    /// Closes standard input after writing to it, where it is piped.
    ///
    /// # Errors
    /// When the program does not read.
    pub fn tell(&mut self, text: &str) -> Result<()> {
        use std::io::Write;
        let mut input = self.child.stdin.take().context("input is not piped")?;
        Ok(input.write_all(text.as_bytes())?)
    }

    /// Whether it still runs.
    pub fn is_running(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(None))
    }

    /// Ends it at once, without a chance to tidy up.
    pub fn kill(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    /// Ends it with all that it started, and waits.
    ///
    /// # Errors
    /// None in practice.
    pub fn end(mut self) -> Result<()> {
        let all = family(self.id());
        self.kill();
        all.into_iter().for_each(kill);
        Ok(())
    }

    /// All that it wrote.
    pub fn log(&self) -> String {
        fs::read_to_string(&self.log).unwrap_or_default()
    }

    /// The processes that it started itself and that are still there.
    pub fn children(&self) -> Vec<u32> {
        children_of(self.id())
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.kill();
    }
}

/// Where standard output goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Output {
    /// Into the log.
    Logged,
    /// To [`Process::first_line`].
    Piped,
}

/// Sends SIGKILL to a process that a child of this test started.
pub(crate) fn kill(id: u32) {
    if let Some(pid) = i32::try_from(id).ok().and_then(Pid::from_raw) {
        let _ = kill_process(pid, Signal::KILL);
    }
}

/// Whether the process is there and no zombie.
pub(crate) fn is_there(id: u32) -> bool {
    stat(id).is_some_and(|(state, _)| state != "Z")
}

fn parent(id: u32) -> Option<u32> {
    stat(id).and_then(|(_, parent)| parent.parse().ok())
}

/// State and parent from `/proc/ID/stat`, whose second field is the name in brackets.
fn stat(id: u32) -> Option<(String, String)> {
    let text = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    let (_, fields) = text.rsplit_once(')')?;
    let mut fields = fields.split_whitespace().map(str::to_owned);
    Some((fields.next()?, fields.next()?))
}

/// The process and all that it started, directly or not.
pub(crate) fn family(id: u32) -> Vec<u32> {
    let mut found = vec![id];
    let mut at = 0;
    while let Some(&parent) = found.get(at) {
        found.extend(children_of(parent));
        at += 1;
    }
    found
}

fn children_of(parent_id: u32) -> Vec<u32> {
    let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
    let ids = entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
    ids.filter(|id| parent(*id) == Some(parent_id)).collect()
}
