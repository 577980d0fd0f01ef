//! Where a server of a test lives: a port and a folder that nobody else has.

use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{env, fs, io, process};

/// How often something is started anew, where somebody else took a port that was free.
const ATTEMPTS: usize = 5;

/// A port of the loopback on which nobody listens.
///
/// # Errors
///
/// Where there is none left.
pub fn free_port() -> io::Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

/// Starts something on ports that are free, and anew where one is not free any more.
pub(crate) fn anew<T>(mut start: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    let mut started = start();
    for _ in 1..ATTEMPTS {
        if !started.as_ref().is_err_and(|error| error.kind() == io::ErrorKind::AddrInUse) {
            break;
        }
        started = start();
    }
    started
}

/// Starts something in an empty folder, which is removed where it does not start.
pub(crate) fn in_new_folder<T>(start: impl FnOnce(&Path) -> io::Result<T>) -> io::Result<T> {
    let folder = new_folder()?;
    start(&folder).inspect_err(|_| drop(fs::remove_dir_all(&folder)))
}

fn new_folder() -> io::Result<PathBuf> {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    loop {
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = env::temp_dir().join(format!("errtax-{}-{number}", process::id()));
        match fs::create_dir(&folder) {
            // Left by a process that was killed, and had the same number.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            made => return made.map(|()| folder),
        }
    }
}

/// A folder, until it is dropped.
#[derive(Debug)]
pub(crate) struct Folder(pub(crate) PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_finds_its_port_taken_is_started_anew_and_nothing_else_is() {
        let kinds = |kinds: &[io::ErrorKind]| {
            let mut left = kinds.iter();
            let started = anew(|| left.next().map_or(Ok(()), |kind| Err((*kind).into())));
            (started.map_err(|error: io::Error| error.kind()), left.len())
        };
        let (taken, missing) = (io::ErrorKind::AddrInUse, io::ErrorKind::NotFound);
        assert_eq!(kinds(&[taken, taken]), (Ok(()), 0));
        assert_eq!(kinds(&[taken, missing, taken]), (Err(missing), 1));
        assert_eq!(kinds(&[taken; 6]), (Err(taken), 1));
    }

    #[test]
    fn a_folder_is_nobody_elses_and_goes_where_nothing_starts_in_it() {
        let [first, second] = [0, 1].map(|_| in_new_folder(|folder| Ok(Folder(folder.to_owned()))).unwrap());
        assert!(first.0 != second.0 && first.0.is_dir() && second.0.is_dir());
        let mut gone = PathBuf::new();
        let failed = in_new_folder(|folder| {
            folder.clone_into(&mut gone);
            Err::<(), _>(io::Error::other("no"))
        });
        assert!(failed.is_err() && gone.parent() == first.0.parent() && !gone.exists());
        let kept = first.0.clone();
        drop(first);
        assert!(!kept.exists() && second.0.is_dir());
    }
}
