//! Packs the page twice from one source: `dist/` for any static server, and `dist/sohoa.html`, one file that opens by
//! double-click. Style and scripts stand within either, since each would be a request the start waits for, without what only
//! their readers need; the content policy names them by their hashes; the single file holds the module as well.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::io::Write as _;
use std::path::Path;
use std::process::Command;
use std::process::Stdio;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::Digest;
use sha2::Sha256;

const SOURCE: &str = "www";
const TARGET: &str = "dist";

/// The module: fetched by the page on a server, packed into the single file.
const MODULE: &str = "pkg/sohoa_bg.wasm";

/// What shortens style and scripts, and the oldest browsers that must understand what it writes: those that have the module's
/// instructions.
const SHORTENER: &str = "node_modules/.bin/esbuild";
const OLDEST: &str = "--target=chrome91,edge91,firefox89,safari16.4";

/// What runs in the worker: two texts in the page, which it makes one script of.
const WORKER: [&str; 2] = ["pkg/sohoa.js", "worker.js"];

fn main() -> io::Result<()> {
    let target = Path::new(TARGET);
    if target.exists() {
        fs::remove_dir_all(target)?;
    }
    copy(Path::new(SOURCE), target)?;
    let page = Page::read()?;
    for name in page.scripts().chain(page.style()).chain(WORKER) {
        fs::remove_file(target.join(name))?;
    }
    fs::write(target.join("index.html"), page.built(false)?)?;
    fs::write(target.join("sohoa.html"), page.built(true)?)
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
        fs::read_to_string(Path::new(SOURCE).join("index.html")).map(Self)
    }

    /// The names of its scripts, in their order.
    fn scripts(&self) -> impl Iterator<Item = &str> {
        self.0.lines().filter_map(script)
    }

    /// The name of its style.
    fn style(&self) -> Option<&str> {
        self.0.lines().find_map(style)
    }

    /// The page with style and scripts inside, so that the module is all it waits for; `alone` with the module as well.
    fn built(&self, alone: bool) -> io::Result<String> {
        let scripts = self.scripts().map(read).collect::<io::Result<Vec<_>>>()?.join("\n");
        // It leaves the body, whose text is what a reader reads.
        let own = format!("document.currentScript.remove();\n{scripts}");
        let mut styles = Vec::new();
        let mut built = String::with_capacity(self.0.len() * 4);
        for line in self.0.lines() {
            if let Some(name) = style(line) {
                if !alone {
                    let _ = writeln!(built, "<link rel=\"preload\" href=\"{MODULE}\" as=\"fetch\" crossorigin>");
                }
                let style = read(name)?;
                styles.push(hash(&style));
                let _ = writeln!(built, "<style>{style}</style>");
                for name in WORKER {
                    let text = read(name)?;
                    let _ = writeln!(built, "<script type=\"text/plain\" id=\"part:{name}\">{text}</script>");
                }
            } else if line == "</body>" {
                // Where `defer` would run it: after the page stands.
                if alone {
                    let packed = STANDARD.encode(gzip(&fs::read(Path::new(SOURCE).join(MODULE))?)?);
                    let _ = writeln!(built, "<script type=\"text/plain\" id=\"part:{MODULE}\">{packed}</script>");
                }
                let _ = writeln!(built, "<script>{own}</script>\n</body>");
            } else if script(line).is_none() {
                let _ = writeln!(built, "{line}");
            }
        }
        let policy = between(&self.0, "http-equiv=\"Content-Security-Policy\" content=\"", "\">")
            .ok_or_else(|| io::Error::other("index.html has no content policy"))?;
        let mut built_policy = policy
            .replace("script-src 'self'", &format!("script-src {}", hash(&own)))
            .replace("style-src 'self'", &format!("style-src {}", styles.join(" ")));
        if alone {
            built_policy = built_policy.replace("connect-src 'self'", "connect-src 'none'");
        }
        // A server is named for the module alone.
        if built_policy.matches("'self'").count() != usize::from(!alone) {
            return Err(io::Error::other(format!("the policy of the page names a server: {built_policy}")));
        }
        Ok(built.replace(policy, &built_policy))
    }
}

/// The name of the script that a line of the page asks for.
fn script(line: &str) -> Option<&str> {
    between(line, "<script defer src=\"", "\"></script>")
}

/// The name of the style that a line of the page asks for.
fn style(line: &str) -> Option<&str> {
    between(line, "<link rel=\"stylesheet\" href=\"", "\">")
}

/// The bytes packed, the same each time: no name and no hour stand in them.
fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::best());
    packed.write_all(bytes)?;
    packed.finish()
}

/// A text that will stand within the page: without comments, spaces and long names.
fn read(name: &str) -> io::Result<String> {
    let text = shortened(&Path::new(SOURCE).join(name))?;
    if text.contains("</s") {
        return Err(io::Error::other(format!("{name} would end within the page where it writes </s…")));
    }
    Ok(text)
}

/// A style or a script as the shortener writes it. It is given as a text and not as a file, which it would take for a module:
/// what a script names, others may use.
fn shortened(path: &Path) -> io::Result<String> {
    let language = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    let shortened = Command::new(SHORTENER)
        .args(["--minify", "--charset=utf8", OLDEST, &format!("--loader={language}")])
        .stdin(fs::File::open(path)?)
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| io::Error::other(format!("{SHORTENER}: {error}; run scripts/setup")))?;
    if !shortened.status.success() {
        return Err(io::Error::other(format!("{SHORTENER} cannot read {}", path.display())));
    }
    String::from_utf8(shortened.stdout).map_err(io::Error::other)
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
