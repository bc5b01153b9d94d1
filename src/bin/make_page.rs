//! Packs the page twice from one source: `dist/` for any static server, and `dist/sohoa.html`, one file that opens by
//! double-click. Either has the page's scripts in one, since each is a request; in the single file every part is inlined and
//! the content policy names script and style by their hashes.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::io::Write as _;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::Digest;
use sha2::Sha256;

const SOURCE: &str = "www";
const TARGET: &str = "dist";

/// Fetched by the page on a server, inlined as data in the single file.
const PARTS: [&str; 3] = ["pkg/sohoa.js", "worker.js", "pkg/sohoa_bg.wasm"];

/// The scripts of the page in one, on a server.
const SCRIPT: &str = "page.js";

fn main() -> io::Result<()> {
    let target = Path::new(TARGET);
    if target.exists() {
        fs::remove_dir_all(target)?;
    }
    copy(Path::new(SOURCE), target)?;
    let page = Page::read()?;
    for name in page.scripts() {
        fs::remove_file(target.join(name))?;
    }
    fs::write(target.join(SCRIPT), page.script()?)?;
    fs::write(target.join("index.html"), page.served())?;
    fs::write(target.join("sohoa.html"), page.single_file()?)
}

/// Copies a folder as it is.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let (source, target) = {
            let entry = entry?;
            (entry.path(), to.join(entry.file_name()))
        };
        if source.is_dir() { copy(&source, &target)? } else { fs::copy(&source, &target).map(|_| ())? }
    }
    Ok(())
}

/// `index.html` as it is written.
struct Page(String);

impl Page {
    fn read() -> io::Result<Self> {
        read("index.html").map(Self)
    }

    /// The names of its scripts, in their order.
    fn scripts(&self) -> impl Iterator<Item = &str> {
        self.0.lines().filter_map(script)
    }

    /// Its scripts in one.
    fn script(&self) -> io::Result<String> {
        self.scripts().map(read).collect::<io::Result<Vec<_>>>().map(|scripts| scripts.join("\n"))
    }

    /// The page with one script.
    fn served(&self) -> String {
        let mut served = String::with_capacity(self.0.len());
        let mut is_named = false;
        for line in self.0.lines() {
            if script(line).is_none() {
                let _ = writeln!(served, "{line}");
            } else if !is_named {
                let _ = writeln!(served, "<script defer src=\"{SCRIPT}\"></script>");
                is_named = true;
            }
        }
        served
    }

    /// The page with its style, script and parts inside.
    fn single_file(&self) -> io::Result<String> {
        let own = self.script()?;
        let mut styles = Vec::new();
        let mut single = String::with_capacity(self.0.len() * 4);
        for line in self.0.lines() {
            if let Some(name) = between(line, "<link rel=\"stylesheet\" href=\"", "\">") {
                let style = read(name)?;
                styles.push(hash(&style));
                let _ = writeln!(single, "<style>{style}</style>");
            } else if line == "</body>" {
                // Where `defer` would run it: after the page stands.
                for name in PARTS {
                    let packed = STANDARD.encode(gzip(&fs::read(Path::new(SOURCE).join(name))?)?);
                    let _ = writeln!(single, "<script type=\"text/plain\" id=\"part:{name}\">{packed}</script>");
                }
                let _ = writeln!(single, "<script>{own}</script>\n</body>");
            } else if script(line).is_none() {
                let _ = writeln!(single, "{line}");
            }
        }
        let policy = between(&self.0, "http-equiv=\"Content-Security-Policy\" content=\"", "\">")
            .ok_or_else(|| io::Error::other("index.html has no content policy"))?;
        let single_policy = policy
            .replace("script-src 'self'", &format!("script-src {}", hash(&own)))
            .replace("style-src 'self'", &format!("style-src {}", styles.join(" ")))
            .replace("connect-src 'self'", "connect-src 'none'");
        if single_policy.contains("'self'") {
            return Err(io::Error::other(format!(
                "the policy of the single file still names a server: {single_policy}"
            )));
        }
        Ok(single.replace(policy, &single_policy))
    }
}

/// The name of the script that a line of the page asks for.
fn script(line: &str) -> Option<&str> {
    between(line, "<script defer src=\"", "\"></script>")
}

/// The bytes packed, the same each time: no name and no hour stand in them.
fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::best());
    packed.write_all(bytes)?;
    packed.finish()
}

fn read(name: &str) -> io::Result<String> {
    fs::read_to_string(Path::new(SOURCE).join(name))
}

/// The text between two marks.
fn between<'text>(text: &'text str, start: &str, end: &str) -> Option<&'text str> {
    let (_, rest) = text.split_once(start)?;
    rest.split_once(end).map(|(found, _)| found)
}

/// The source expression by which a content policy names an inline script or style.
fn hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text.as_bytes())))
}
