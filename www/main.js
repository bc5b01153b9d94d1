// Start-up and what a person does: files in, actions on, unread, to the core.
const Main = (() => {
  const element = (id) => document.getElementById(id);

  /** Of a file of corrections, of units or of an earlier period no more is read: what is longer is none. */
  const LONGEST = (16 << 20) + 1;

  const start = async () => {
    let client, pasted = 0;
    try {
      client = await WorkerClient.start({ apply: Effects.run, remembered: Kept.remembered, first: Kept.found });
    } catch (error) {
      Effects.broken(`Trang chưa khởi động được (${error.message}). Hãy tải lại trang; nếu vẫn vậy, dùng tệp sohoa.html hoặc trình duyệt mới hơn (Chrome, Edge 96 trở lên; Firefox 115 trở lên).`);
      return;
    }

    Effects.connect(client.act);
    Kept.connect(client.act);
    Paper.connect(client.act);
    const paste = (text) => client.open([new File([text], `Bảng đã dán${pasted++ ? ` ${pasted}` : ''}.txt`, { type: 'text/plain' })]);
    // Files are copied out first, for the list empties when the input does; those of one name are told apart by a number.
    const numbered = (file, number) => (number > 1 ? new File([file], file.name.replace(/(\.[^.]*)?$/, ` (${number})$1`), file) : file);
    const namesakes = (file, files) => files.filter(({ name }) => name === file.name).length;
    const choose = (list) => client.open([...list].map((file, at, all) => numbered(file, namesakes(file, all.slice(0, at + 1)))));

    element('files').addEventListener('change', ({ target }) => {
      choose(target.files);
      target.value = ''; // so that a corrected file of the same name can be chosen again
    });
    element('cancel').addEventListener('click', client.cancel);
    element('print').addEventListener('click', () => Paper.ready().then(() => print()));
    const clicked = (selector, act) => document.addEventListener('click', ({ target }) => {
      const button = target.closest(selector);
      if (button) act(button);
    });
    // Of a page printed in part, its style shows that part alone.
    clicked('button[data-print]', (button) => {
      document.documentElement.dataset.print = button.dataset.print;
      print();
    });
    addEventListener('afterprint', () => { delete document.documentElement.dataset.print; });
    element('read-pasted').addEventListener('click', () => (element('pasted').value.trim() ? paste(element('pasted').value) : client.act('"nothingPasted"')));
    document.addEventListener('paste', (event) => {
      const text = event.clipboardData.getData('text/plain');
      if (event.clipboardData.files.length) choose(event.clipboardData.files);
      else if (text && !event.target.closest('input, textarea')) paste(text);
    });

    // The whole page takes a drop, so that a file let go beside the frame does not replace the page.
    const drop = element('drop');
    const over = (inside) => drop.classList.toggle('over', inside);
    document.addEventListener('dragover', (event) => { event.preventDefault(); over(true); });
    document.addEventListener('dragleave', (event) => { if (!event.relatedTarget) over(false); });
    document.addEventListener('drop', (event) => {
      event.preventDefault();
      over(false);
      choose(event.dataTransfer.files);
    });

    // Markup names its action, {"limitTyped": {…}}; inputs add their value to what it is about.
    const act = (target, value, rest) => {
      const action = JSON.parse(target.dataset.event);
      const [about] = Object.values(action);
      if (value !== undefined) about.value = value;
      Object.assign(about, rest);
      client.act(JSON.stringify(action));
    };

    /** The content of a file: its text, or a letter a byte where the input wants bytes; empty when it cannot be read. */
    const content = async (whole, dataset) => {
      const file = whole.slice(0, LONGEST);
      try {
        if (dataset.bytes === undefined) return await file.text();
        return Array.from(new Uint8Array(await file.arrayBuffer()), (byte) => String.fromCharCode(byte)).join('');
      } catch { return ''; }
    };
    clicked('button[data-event]', (button) => {
      // Not from `dataset`, where every object has a `valueOf`.
      const other = (name) => element(button.getAttribute(name))?.value;
      act(button, other('data-value-of'), button.hasAttribute('data-name-of') ? { name: other('data-name-of') } : {});
    });
    clicked('button[data-draw]', async (button) => {
      const saved = await Charts.save(button.dataset).catch(() => undefined);
      if (saved) Effects.save(saved);
      element('status').textContent = saved
        ? `Đã tạo tệp ${saved.name} trong thư mục tải xuống.`
        : 'Trình duyệt không vẽ được tệp ảnh; hãy thử nút lưu SVG, hoặc in trang ra PDF.';
    });
    // Selected and copied at once, while the click is fresh: so it works without the clipboard's own interface as well.
    clicked('button[data-copy]', (button) => {
      const selection = getSelection();
      selection.selectAllChildren(element(button.dataset.copy));
      const copied = document.execCommand('copy');
      if (copied) selection.removeAllRanges();
      element('status').textContent = copied ? 'Đã chép; hãy dán vào văn bản.' : 'Trình duyệt không cho chép; bảng đang được chọn sẵn, hãy bấm Ctrl+C.';
    });
    document.addEventListener('input', async ({ target }) => {
      if (!target.dataset.event) return;
      if (target.type === 'checkbox') act(target, String(target.checked));
      else if (target.type !== 'file') act(target, target.value);
      else {
        const files = [...target.files]; // the list empties when the input does
        target.value = '';
        for (const [at, file] of files.entries()) act(target, await content(file, target.dataset), target.dataset.named === undefined ? {} : { name: file.name, behind: at > 0 });
      }
    });
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') element(event.target.closest('[data-escape]')?.dataset.escape)?.click();
      const plain = !(event.ctrlKey || event.metaKey);
      const spin = plain && !event.altKey && /^(Arrow|Page)(Up|Down)$/.test(event.key) && event.target.closest('[role=spinbutton]');
      const typing = event.target.closest('textarea, input:not([type=file])');
      if (event.shiftKey || (!spin && (typing || event.key.toLowerCase() !== 'z' || plain))) return;
      event.preventDefault();
      client.act(spin ? `{"stepped":{"up":${event.key.endsWith('Up')},"far":${event.key.startsWith('Page')},"of":${spin.dataset.event}}}` : '"undone"');
    });
  };

  return { start };
})();

Main.start();
