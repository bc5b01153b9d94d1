-- Số liệu của từng đơn vị: the figures of each unit from lists of dossiers, as the page and the command count them. One
-- statement that DuckDB and Spark SQL run unchanged, for lists too long for one machine's browser; docs/scale.md says when
-- and how. `make sql` holds it to the command's figures on both engines.
--
-- It reads two views that whoever runs it makes:
--
--   period     one row: first_day, last_day (DATE); both NULL to count whatever the lists hold
--   dossiers   one row a row of the lists; every column TEXT but line
--     list_name         which list; of a dossier that stands in two, the last by name counts
--     line              a number that grows from the list's first row to its last; of two rows of a dossier the last counts
--     dossier_code      Mã hồ sơ
--     unit              Đơn vị
--     received_at       Ngày tiếp nhận
--     done_at           Ngày kết thúc xử lý
--     returned_at       Ngày trả kết quả
--     status            Trạng thái
--     papers_digitised  Số thành phần đã số hóa: a count, or yes and no; -1 is neither
--     e_result          Kết quả điện tử: yes and no, or a link
--     reused            Tái sử dụng dữ liệu
--     from_store        Lấy từ kho dữ liệu quốc gia
--
-- An empty cell is ''. NULL says that the list has no such column, and what needs the column is then unknown, not 0.
-- Columns that name persons have no place here. Of a list with a row for each paper of a dossier, rows are joined first, the
-- flags by max: the page and the command do so by themselves.
--
-- What it gives is a table the page reads, `don_vi` to `…_tu_cong_dvc_quoc_gia`; the page passes over the columns behind,
-- which say how many dossiers were left out, and why. What wants eyes or the catalogue stays with the page: rows shifted under
-- their headers, units named only above their rows, two spellings of one unit (two rows here, which the page then tells).
WITH
-- Words that may stand beside a count and change nothing of it.
words AS (
  SELECT
    '(?:percent|phuong|truong|chung|huyen|luong|quyet|thanh|trang|trong|cong|dich|diem|dien|file|giai|giao'
      || '|giay|hoan|luot|nhan|thap|thuc|tiep|tong|tthc|xong|ban|cai|cau|dat|don|hoa|hop|ket|qua|sao|tep|thu'
      || '|tra|tuc|yeu|bo|bs|da|ho|hs|kq|ky|ly|sl|so|th|tl|to|tu|vi|xa|xu|d|ty +le|phan +tram|van +ban|tap +tin)' AS word,
    -- What a flag may be said of.
    '(?: +(?:tphs|thanh +phan(?: +ho +so)?|giay +to))?' AS papers
),

-- Letters without their marks, đ and its look-alikes, Cyrillic ones that look Latin. What cannot be seen is written by its
-- number: spaces and line ends, which become spaces; marks that stand alone and signs of no width, which go.
letters AS (
  SELECT
    'àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđðɖасеорху０１２３４５６７８９'
      || url_decode('%C2%A0%09%0A%0D')
      || url_decode('%CC%80%CC%81%CC%82%CC%83%CC%86%CC%89%CC%9B%CC%A3%C2%AD%E2%80%8B%E2%80%8C%E2%80%8D%EF%BB%BF') AS written,
    'aaaaaaaaaaaaaaaaaeeeeeeeeeeeiiiiiooooooooooooooooouuuuuuuuuuuyyyyydddaceopxy0123456789    ' AS plain,
    '-–—_.,;:/()[]{}<>+*&%!?#…’‘“”|=@~^`' || url_decode('%E2%80%91%22%27%5C') AS marks,
    '                                       ' AS spaces,
    url_decode('%C2%A0%09%0A%0D%C2%AD%E2%80%8B%E2%80%8C%E2%80%8D%EF%BB%BF') AS blanks,
    -- A cell says yes by a link or a file, one paper of three or more, a word, a tick, a count above 0.
    '^(?:.*://.*|.+[.](?:pdf|docx?|xlsx?|jpg|jpeg|png|xml|zip|rar|p7m|tif|tiff)|0*[1-9][0-9]* */ *[0-9]+'
      || '|[^a-z0-9]*(?:co|x|v|true|yes|da|roi|da +xong|da +co|(?:da|co) +so +hoa' || papers || '|da +cap|dat|(?:co|da) +tai +su +dung'
      || '|co +ket +qua|(?:da +)?co +ket +qua +dien +tu|ban +dien +tu|co +file|co +tep|da +dinh +kem'
      || '|(?:da +)?so +hoa +(?:toan +bo|mot +phan))[^a-z0-9]*'
      || '|[✓✔☑☒√*+ ]+|[ty]|-1'
      || '|(?:' || word || '[ .()]+)*[+]?(?:[0-9]*[1-9][0-9]*(?:[.,]0+)?|[1-9][0-9]{0,2}(?:[.][0-9]{3})+'
      || '|[1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]{0,2}(?: [0-9]{3})+)(?:[ .()]*' || word || ')*[ .()*†‡⁰¹²³⁴⁵⁶⁷⁸⁹]*)$' AS yes,
    -- It says no.
    '^(?:0+ */ *[0-9]+|(?:' || word || '[ .()]+)*[+]?0+(?:[.,]0+)?(?:[ .()]*' || word || ')*[ .()*†‡⁰¹²³⁴⁵⁶⁷⁸⁹]*'
      || '|[^a-z0-9]*(?:khong|false|no|chua|(?:chua|khong) +so +hoa' || papers || '|khong +co|chua +cap|chua +co'
      || '|(?:khong|chua) +tai +su +dung|(?:khong|chua) +co +ket +qua(?: +dien +tu)?|ban +giay|(?:khong|chua) +co +file'
      || '|khong +dinh +kem)[^a-z0-9]*|☐|[fn])$' AS no,
    -- It says nothing: every other text is told as one that cannot be read.
    '^(?:[^a-z0-9]*|[^a-z0-9]*(?:n.?a|kps|null|khong +phat +sinh|chua +co +so +lieu|khong +co +so +lieu)[^a-z0-9]*|'
      || url_decode('%5C%5C') || 'n)$' AS silent,
    -- What stands for an empty cell of a state.
    '^(?:[–—−…._/ *-]+|[^a-z0-9]*(?:n[^a-z0-9]*a|kps|null|khong|khong +phat +sinh|khong +co|chua +co|chua +co +so +lieu'
      || '|khong +co +so +lieu)[^a-z0-9]*)$' AS nothing
  FROM words
),

-- What a state means; one that is missing here is counted nowhere and told in hs_trang_thai_chua_biet. Add it, folded.
vocabulary AS (
  SELECT words, class FROM (VALUES
    ('1', 'new'), ('moi dang ky', 'new'), ('ho so dang ky moi truc tuyen', 'new'), ('cho tiep nhan', 'new'),
    ('da bo sung cho tiep nhan', 'new'),
    ('2', 'received'), ('duoc tiep nhan', 'received'), ('da tiep nhan', 'received'), ('ho so moi tiep nhan', 'received'),
    ('moi tiep nhan', 'received'),
    ('3', 'refused'), ('khong duoc tiep nhan', 'refused'), ('khong tiep nhan', 'refused'), ('tu choi tiep nhan', 'refused'),
    ('tu choi', 'refused'), ('tu choi ho so', 'refused'),
    ('4', 'in-process'), ('dang xu ly', 'in-process'), ('dang giai quyet', 'in-process'), ('cho xu ly', 'in-process'),
    ('cho ky duyet', 'in-process'), ('cho phe duyet', 'in-process'), ('cho thuc hien lien thong', 'in-process'),
    ('da nhan ket qua lien thong', 'in-process'),
    ('5', 'suspended'), ('yeu cau bo sung giay to', 'suspended'), ('cho bo sung ho so', 'suspended'),
    ('cho bo sung', 'suspended'), ('yeu cau bo sung ho so', 'suspended'), ('yeu cau bo sung', 'suspended'),
    ('cho cong dan bo sung', 'suspended'), ('6', 'suspended'),
    ('yeu cau thuc hien nghia vu tai chinh', 'suspended'), ('cho thuc hien nghia vu tai chinh', 'suspended'),
    ('tam dung', 'suspended'), ('tam dung xu ly', 'suspended'),
    ('7', 'withdrawn'), ('cong dan yeu cau rut ho so', 'withdrawn'), ('da rut ho so', 'withdrawn'), ('rut ho so', 'withdrawn'),
    ('cong dan rut ho so', 'withdrawn'), ('xin rut ho so', 'withdrawn'),
    ('8', 'stopped'), ('dung xu ly', 'stopped'), ('ho so khong xu ly duoc', 'stopped'), ('tra lai ho so', 'stopped'),
    ('9', 'done'), ('da xu ly xong', 'done'), ('da giai quyet', 'done'), ('da hoan thanh', 'done'), ('hoan thanh', 'done'),
    ('da co ket qua', 'done'), ('cho tra ket qua', 'done'), ('10', 'done'), ('da tra ket qua', 'done'),
    ('da tra ket qua cho cong dan', 'done'), ('da tra kq', 'done'), ('tra ket qua', 'done'), ('da tra', 'done'),
    ('da giai quyet xong', 'done'), ('xu ly xong', 'done'),
    ('dung han', 'by-day'), ('truoc han', 'by-day'), ('tre han', 'by-day'), ('qua han', 'by-day'), ('som han', 'by-day'),
    ('trong han', 'by-day'), ('chua den han', 'by-day'), ('con han', 'by-day')
  ) AS known(words, class)
),

-- “Đã xử lý xong - Đúng hạn”, “Trễ hạn - Đã trả kết quả”: how late a dossier is does not change what became of it.
in_words AS (
  SELECT words, class FROM vocabulary
  UNION
  SELECT state.words || ' ' || late.words, state.class
  FROM vocabulary AS state CROSS JOIN vocabulary AS late WHERE late.class = 'by-day'
  UNION
  SELECT late.words || ' ' || state.words, state.class
  FROM vocabulary AS state CROSS JOIN vocabulary AS late WHERE late.class = 'by-day'
),

-- “9 - Đã xử lý xong”: the number says the same.
states AS (
  SELECT words, class FROM in_words
  UNION
  SELECT number.words || ' ' || in_words.words, in_words.class
  FROM vocabulary AS number CROSS JOIN in_words
  WHERE length(number.words) <= 2 AND number.class = in_words.class
),

-- Days come again and again: each text is read once, whichever column it stands in.
texts AS (
  SELECT DISTINCT CASE which WHEN 1 THEN received_at WHEN 2 THEN done_at ELSE returned_at END AS text
  FROM dossiers CROSS JOIN (VALUES (1), (2), (3)) AS cells(which)
),

clocks AS (
  -- “22 / 02 / 2023”
  SELECT text, replace(replace(trim(translate(text, 'T' || blanks || url_decode('%27'), '     ')), ' /', '/'), '/ ', '/') AS clock
  FROM texts CROSS JOIN letters WHERE text IS NOT NULL
),

-- A day with a time on either side, or a spreadsheet's number, or digits alone.
written_days AS (
  SELECT
    text,
    regexp_extract(
      clock,
      '^(?:[Nn]gày +)?(?:[0-9]+[:h][0-9:.h+Z-]* +(?:(?:SA|CH|AM|PM|am|pm|lúc|ngày|-) +)*)?([0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4})(?: +(?:[0-9]+[:h][0-9:.h+Z-]*|SA|CH|AM|PM|am|pm|lúc|ngày|-))*$',
      1
    ) AS day,
    try_cast(regexp_extract(clock, '^(?:[Nn]gày +)?([0-9]{5})(?:[.,][0-9.,]*)?$', 1) AS INT) AS serial,
    regexp_extract(clock, '^(?:[Nn]gày +)?(20[0-9]{6})(?:[0-9]{6})?$', 1) AS compact,
    -- A stamp that tells how far ahead of Greenwich the place is whose clock it shows.
    regexp_extract(
      text,
      '[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9:.]+(?:Z|[+-][0-9:]+)| +[0-9:.]+(?:Z|[+][0-9:]+)) *$',
      0
    ) AS stamp
  FROM clocks
),

parted_days AS (
  SELECT
    text, serial, compact, day,
    regexp_extract(stamp, '[T ]([0-2][0-9]:[0-5][0-9])', 1) AS shown,
    replace(regexp_extract(stamp, '[+-][0-9:]+ *$', 0), ':', '') AS ahead,
    split_part(replace(replace(day, '/', '-'), '.', '-'), '-', 1) AS one,
    lpad(split_part(replace(replace(day, '/', '-'), '.', '-'), '-', 2), 2, '0') AS two,
    split_part(replace(replace(day, '/', '-'), '.', '-'), '-', 3) AS three,
    day LIKE '%-%-%' OR day LIKE '%/%/%' OR day LIKE '%.%.%' AS even
  FROM written_days
),

days AS (
  SELECT
    text,
    length(one) IN (1, 2) AS day_in_front,
    CASE
      WHEN serial BETWEEN 36526 AND 73050 THEN DATE '1899-12-30' + serial
      WHEN compact <> ''
        THEN try_cast(substr(compact, 1, 4) || '-' || substr(compact, 5, 2) || '-' || substr(compact, 7, 2) AS DATE)
      -- Vietnam is seven hours ahead of Greenwich: a stamp of there is of the next day here from 17:00 on.
      WHEN even AND length(one) = 4 AND length(three) <= 2
        THEN try_cast(one || '-' || two || '-' || lpad(three, 2, '0') AS DATE)
          + coalesce(CAST(floor((
            try_cast(substr(shown, 1, 2) AS INT) * 60 + try_cast(substr(shown, 4, 2) AS INT) + 7 * 60
            + CASE WHEN ahead LIKE '-%' THEN 1 ELSE -1 END * (
              coalesce(try_cast(substr(ahead, 2, 2) AS INT), 0) * 60 + coalesce(try_cast(trim(substr(ahead, 4, 2)) AS INT), 0)
            )
          ) / 1440.0) AS INT), 0)
      WHEN even AND length(one) <= 2 AND length(three) = 4 THEN try_cast(three || '-' || two || '-' || lpad(one, 2, '0') AS DATE)
      WHEN even AND length(one) <= 2 AND length(three) = 2
        THEN try_cast('20' || three || '-' || two || '-' || lpad(one, 2, '0') AS DATE)
    END AS day_first,
    CASE
      WHEN day LIKE '%.%' OR length(one) > 2 THEN NULL
      WHEN length(three) = 4 THEN try_cast(three || '-' || lpad(one, 2, '0') || '-' || two AS DATE)
      WHEN length(three) = 2 THEN try_cast('20' || three || '-' || lpad(one, 2, '0') || '-' || two AS DATE)
    END AS month_first
  FROM parted_days
),

lists AS (
  SELECT
    list_name, line, received_at, done_at, returned_at, status, papers_digitised, reused, from_store,
    CASE WHEN e_result LIKE '%://%' THEN 'x' ELSE e_result END AS e_result,
    trim(translate(coalesce(dossier_code, ''), blanks, '    ')) AS code_written,
    -- Whatever dash joins the parts of a code; without the apostrophe by which a spreadsheet is told that a text follows.
    regexp_replace(
      upper(replace(translate(translate(coalesce(dossier_code, ''), blanks, '    '), '‐‑‒–—―−－', '--------'), ' ', '')),
      '^[' || url_decode('%27') || '’]+', ''
    ) AS code,
    trim(replace(replace(replace(
      translate(coalesce(unit, ''), blanks, '    '), ' ', chr(1) || chr(2)), chr(2) || chr(1), ''), chr(1) || chr(2), ' '
    )) AS unit_written
  FROM dossiers CROSS JOIN letters
),

-- `H38.24-230605-0012`, `000.00.24.H38-230605-0012`: the unit's code, the day, a number.
coded AS (
  SELECT
    lists.*,
    regexp_extract(
      code, '^([HG][0-9]{2}(?:[.][0-9]{1,3}){0,5}|(?:[0-9]{1,3}[.]){1,5}[HG][0-9]{2})-[0-9]{6}-[0-9]{3,7}$', 1
    ) AS prefix,
    -- Patterns that every row is held against stand here as they are: one from a view is read anew for each row.
    CASE
      WHEN regexp_extract(
        lower(unit_written),
        '^(?:[–—−…._/ *-]+|n[^a-z0-9]*a|kps|null|kh[oô]ng(?: ph[aá]t sinh| c[oó]| c[oó] s[oố] li[eệ]u)?|ch[uư]a c[oó](?: s[oố] li[eệ]u)?)$', 0
      ) = '' THEN unit_written
      ELSE ''
    END AS unit,
    -- “2,30605E+11” is what a spreadsheet has made of a code.
    regexp_extract(code_written, '[0-9]', 0) <> '' AND regexp_extract(code_written, '^[0-9.,]+[Ee][+][0-9]+$', 0) = ''
      AS has_code
  FROM lists
),

dated AS (
  SELECT
    coded.*,
    received.day_in_front, received.day_first, received.month_first,
    coalesce(received.day_first, received.month_first) IS NOT NULL AS is_dated,
    -- Databases write a day of 1900 where they hold none.
    coalesce(coalesce(done.day_first, done.month_first) >= DATE '2000-01-01', FALSE)
      OR coalesce(coalesce(returned.day_first, returned.month_first) >= DATE '2000-01-01', FALSE) AS ended,
    CASE
      WHEN prefix <> ''
        THEN try_cast('20' || substr(split_part(code, '-', 2), 1, 2) || '-' || substr(split_part(code, '-', 2), 3, 2)
          || '-' || substr(split_part(code, '-', 2), 5, 2) AS DATE)
    END AS code_day
  FROM coded
  LEFT JOIN days AS received ON received.text = coded.received_at
  LEFT JOIN days AS done ON done.text = coded.done_at
  LEFT JOIN days AS returned ON returned.text = coded.returned_at
),

-- The rows that are dossiers, with the day each was received if days come first and if months do. A row without a code is
-- one by its day and unit; a sum below the codes (“Tổng số: 2 hồ sơ”) is none.
dossier_rows AS (
  SELECT
    dated.*,
    CASE
      WHEN prefix <> '' THEN code
      -- Numbers that name no unit may begin anew in each of them; a unit is told by its name without what is written in many ways.
      WHEN has_code THEN code || chr(1) || replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
        replace(
          ' ' || translate(translate(lower(unit), written, plain), marks, spaces) || ' ', '  ', ' '), '  ', ' '),
        ' ubnd ', ' '), ' uy ', ' '), ' ban ', ' '), ' nhan ', ' '), ' dan ', ' '), ' h ', ' '), ' tx ', ' '),
        ' tp ', ' '), ' x ', ' xa '), ' ki ', ' ky '), ' li ', ' ly '), ' huyen ', ' '), ' thi xa ', ' '), ' thanh pho ', ' '), ' tinh lao cai ', ' ')
      ELSE list_name || chr(1) || CAST(line AS STRING)
    END AS dossier,
    -- Before there were portals nothing was received: such a day is none.
    coalesce(CASE WHEN day_first >= DATE '2000-01-01' THEN day_first END, code_day) AS by_day,
    coalesce(
      CASE WHEN month_first >= DATE '2000-01-01' THEN month_first END,
      CASE WHEN day_first >= DATE '2000-01-01' THEN day_first END, code_day) AS by_month,
    -- A day that is not known is in no period, unless the list has none at all.
    received_at IS NULL AND prefix = '' AS dayless
  FROM dated CROSS JOIN letters
  WHERE prefix <> ''
    -- A sum, a page, a day below the codes is no dossier, though a number stands there.
    OR (has_code AND regexp_extract(
      lower(code_written),
      '^(?:(?:t[oổ]ng|c[oộ]ng|trang|page|ng[aà]y)[^a-z0-9]*[0-9]|t[oổ]ng[^a-z0-9]+(?:c[oộ]ng|s[oố]|c[aá]c|to[aà]n)|(?:c[oộ]ng |chung )?to[aà]n t[iỉ]nh|l[aà]o cai[^a-z0-9]+ng[aà]y|.*ng[aà]y .*th[aá]ng .*n[aă]m )', 0
    ) = '' AND (
      unit <> '' OR coalesce(received_at, '') <> '' OR coalesce(status, '') <> '' OR coalesce(done_at, '') <> ''
      OR coalesce(returned_at, '') <> ''
    ))
    OR (NOT has_code AND unit <> '' AND is_dated)
),

placed AS (
  SELECT
    dossier_rows.*,
    coalesce(by_day >= coalesce(first_day, by_day) AND by_day <= coalesce(last_day, by_day), dayless) AS inside_by_day,
    coalesce(by_month >= coalesce(first_day, by_month) AND by_month <= coalesce(last_day, by_month), dayless)
      AS inside_by_month,
    row_number() OVER (PARTITION BY dossier ORDER BY list_name DESC, line DESC) = 1 AS is_last
  FROM dossier_rows CROSS JOIN period
),

-- Dossiers alike are one row from here on.
alike AS (
  SELECT
    list_name, prefix, unit, is_last, by_day IS NULL AND NOT dayless AS is_undated, inside_by_day, inside_by_month, ended,
    status, papers_digitised, e_result, reused, from_store,
    done_at IS NULL AND returned_at IS NULL AS is_endless,
    count(*) AS dossiers,
    count(CASE WHEN day_first IS NULL OR (month_first <> day_first AND month_first = code_day) THEN month_first END) AS months,
    count(CASE WHEN month_first = code_day AND coalesce(month_first <> day_first, TRUE) THEN month_first END) AS proven,
    count(CASE WHEN month_first <> day_first AND code_day = day_first THEN day_first END) AS days,
    count(CASE WHEN month_first IS NULL AND day_in_front THEN day_first END) AS only_days,
    count(CASE
      WHEN month_first <> day_first AND coalesce(code_day <> day_first AND code_day <> month_first, TRUE) THEN day_first
    END) AS open
  FROM placed
  GROUP BY
    list_name, prefix, unit, is_last, by_day IS NULL AND NOT dayless, inside_by_day, inside_by_month, ended,
    status, papers_digitised, e_result, reused, from_store, done_at IS NULL AND returned_at IS NULL
),

-- What their cells say; NULL where the list has no such column.
spelled AS (
  SELECT
    alike.*,
    coalesce(trim(translate(status, blanks, '    ')), '') <> ''
      AND regexp_extract(trim(translate(lower(coalesce(status, '')), written, plain)), nothing, 0) = '' AS has_state,
    CASE
      WHEN papers_digitised IS NULL THEN NULL
      -- Of a count no database says yes by it.
      WHEN trim(translate(papers_digitised, blanks, '    ')) = '-1' THEN 'garbled'
      WHEN regexp_extract(trim(translate(lower(papers_digitised), written, plain)), yes, 0) <> '' THEN 'yes'
      WHEN regexp_extract(trim(translate(lower(papers_digitised), written, plain)), no, 0) <> '' THEN 'no'
      WHEN trim(translate(lower(papers_digitised), written, plain)) <> ''
        AND regexp_extract(trim(translate(lower(papers_digitised), written, plain)), silent, 0) = '' THEN 'garbled'
    END AS papers_say,
    CASE
      WHEN e_result IS NULL THEN NULL
      WHEN regexp_extract(trim(translate(lower(e_result), written, plain)), yes, 0) <> '' THEN 'yes'
      WHEN regexp_extract(trim(translate(lower(e_result), written, plain)), no, 0) <> '' THEN 'no'
      WHEN trim(translate(lower(e_result), written, plain)) <> ''
        AND regexp_extract(trim(translate(lower(e_result), written, plain)), silent, 0) = '' THEN 'garbled'
    END AS result_says,
    CASE
      WHEN reused IS NULL THEN NULL
      WHEN regexp_extract(trim(translate(lower(reused), written, plain)), yes, 0) <> '' THEN 'yes'
      WHEN regexp_extract(trim(translate(lower(reused), written, plain)), no, 0) <> '' THEN 'no'
      WHEN trim(translate(lower(reused), written, plain)) <> ''
        AND regexp_extract(trim(translate(lower(reused), written, plain)), silent, 0) = '' THEN 'garbled'
    END AS reuse_says,
    CASE
      WHEN from_store IS NULL THEN NULL
      WHEN regexp_extract(trim(translate(lower(from_store), written, plain)), yes, 0) <> '' THEN 'yes'
      WHEN regexp_extract(trim(translate(lower(from_store), written, plain)), no, 0) <> '' THEN 'no'
      WHEN trim(translate(lower(from_store), written, plain)) <> ''
        AND regexp_extract(trim(translate(lower(from_store), written, plain)), silent, 0) = '' THEN 'garbled'
    END AS store_says,
    -- Runs of spaces as one, “kí” as “ký”, “lí” as “lý”, no span of time behind: “Quá hạn 12 ngày”; “còn 3 ngày” is “đúng hạn”.
    trim(regexp_replace(regexp_replace(trim(replace(replace(replace(replace(replace(
      ' ' || translate(translate(lower(status), written, plain), marks, spaces) || ' ', ' ', '<>'), '><', ''), '<>', ' '
    ), ' ki ', ' ky '), ' li ', ' ly ')),
      '(?:^| )(?:con lai|con|som|tre)(?: [0-9]+ (?:ngay lam viec|ngay|gio|phut))+$', ' dung han'),
      '(?: [0-9]+ (?:ngay lam viec|ngay|gio|phut))+$', '')) AS state_words
  FROM alike CROSS JOIN letters
),

-- Which comes first in a list's days, the day or the month, and which one unit its rows name beside a code.
read AS (
  SELECT
    spelled.*, class,
    has_state AND class IS NULL AS is_strange,
    -- Without a day of its end a list needs states that tell more than whether a dossier is late.
    max(CASE WHEN has_state THEN 1 ELSE 0 END) OVER (PARTITION BY list_name) = 0
      OR max(CASE WHEN class = 'by-day' AND (inside_by_day OR inside_by_month) THEN 1 ELSE 0 END) OVER (PARTITION BY list_name) = 1
      AS tells_no_end,
    -- A column in which no cell says yes or no says nothing of any dossier, nor does one whose yes nobody can read. Of the
    -- words the last in the alphabet is 'yes', the first what cannot be read.
    CASE
      WHEN max(papers_say) OVER (PARTITION BY list_name) = 'yes' THEN coalesce(papers_say = 'yes', FALSE)
      WHEN max(papers_say) OVER (PARTITION BY list_name) = 'no' AND min(papers_say) OVER (PARTITION BY list_name) = 'no' THEN FALSE
    END AS digitised,
    CASE
      WHEN max(result_says) OVER (PARTITION BY list_name) = 'yes' THEN coalesce(result_says = 'yes', FALSE)
      WHEN max(result_says) OVER (PARTITION BY list_name) = 'no' AND min(result_says) OVER (PARTITION BY list_name) = 'no' THEN FALSE
    END AS has_result,
    CASE
      WHEN max(reuse_says) OVER (PARTITION BY list_name) = 'yes' THEN coalesce(reuse_says = 'yes', FALSE)
      WHEN max(reuse_says) OVER (PARTITION BY list_name) = 'no' AND min(reuse_says) OVER (PARTITION BY list_name) = 'no' THEN FALSE
    END AS is_reused,
    CASE
      WHEN max(store_says) OVER (PARTITION BY list_name) = 'yes' THEN coalesce(store_says = 'yes', FALSE)
      WHEN max(store_says) OVER (PARTITION BY list_name) = 'no' AND min(store_says) OVER (PARTITION BY list_name) = 'no' THEN FALSE
    END AS is_stored,
    coalesce(papers_say = 'garbled', FALSE) OR coalesce(result_says = 'garbled', FALSE) OR coalesce(reuse_says = 'garbled', FALSE)
      OR coalesce(store_says = 'garbled', FALSE) AS is_garbled,
    -- Among days that can be read with the day first alone, a spreadsheet has turned round the others: three codes have to say so.
    CASE
      WHEN sum(only_days) OVER (PARTITION BY list_name) > 0 THEN sum(proven) OVER (PARTITION BY list_name) > 2
      ELSE sum(months) OVER (PARTITION BY list_name) > 0
    END
      AND sum(days) OVER (PARTITION BY list_name) = 0
      AND sum(open) OVER (PARTITION BY list_name) <= 4 * sum(months) OVER (PARTITION BY list_name) AS months_come_first,
    CASE
      WHEN unit <> '' THEN unit
      WHEN prefix <> '' AND min(nullif(unit, '')) OVER (PARTITION BY list_name, prefix)
        = max(nullif(unit, '')) OVER (PARTITION BY list_name, prefix)
        THEN max(unit) OVER (PARTITION BY list_name, prefix)
      ELSE prefix
    END AS don_vi
  FROM spelled LEFT JOIN states ON states.words = state_words
),

judged AS (
  SELECT
    read.*,
    CASE WHEN months_come_first THEN inside_by_month ELSE inside_by_day END AS inside,
    CASE WHEN months_come_first THEN inside_by_month ELSE inside_by_day END
      AND NOT is_strange AND coalesce(class, '') NOT IN ('new', 'refused') AS received,
    -- Completed as the state says, else as the days do; unknown where the list has neither.
    CASE
      WHEN tells_no_end AND is_endless THEN NULL
      WHEN is_strange THEN FALSE
      WHEN class = 'done' THEN TRUE
      WHEN class IS NULL OR class = 'by-day' THEN ended
      ELSE FALSE
    END AS completed
  FROM read
),

counted AS (
  SELECT
    don_vi,
    -- A unit of which no dossier's state or day is known has no counts.
    sum(CASE WHEN is_last AND received THEN dossiers ELSE 0 END) = 0
      AND sum(CASE
        WHEN is_last AND inside AND is_strange THEN dossiers
        WHEN is_last AND NOT inside AND is_undated AND coalesce(class, '') NOT IN ('new', 'refused') THEN dossiers
        ELSE 0
      END) > 0 AS is_unknown,
    CAST(sum(CASE WHEN is_last AND received THEN dossiers ELSE 0 END) AS BIGINT) AS tiep_nhan,
    CAST(sum(CASE WHEN is_last AND received AND digitised THEN dossiers WHEN digitised IS NOT NULL THEN 0 END) AS BIGINT)
      AS co_so_hoa_tphs,
    CAST(sum(CASE WHEN is_last AND received AND completed THEN dossiers WHEN completed IS NOT NULL THEN 0 END) AS BIGINT)
      AS da_giai_quyet,
    CAST(sum(CASE
      WHEN is_last AND received AND completed AND has_result THEN dossiers
      WHEN completed IS NOT NULL AND has_result IS NOT NULL THEN 0
    END) AS BIGINT) AS hoan_thanh_co_file,
    CAST(sum(CASE
      WHEN is_last AND received AND digitised AND has_result THEN dossiers
      WHEN digitised IS NOT NULL AND has_result IS NOT NULL THEN 0
    END) AS BIGINT) AS tiep_nhan_hoan_thanh_co_file,
    CAST(sum(CASE WHEN is_last AND received AND is_reused THEN dossiers WHEN is_reused IS NOT NULL THEN 0 END) AS BIGINT)
      AS co_tai_su_dung_thanh_phan,
    CAST(sum(CASE WHEN is_last AND received AND is_stored THEN dossiers WHEN is_stored IS NOT NULL THEN 0 END) AS BIGINT)
      AS co_tai_su_dung_thanh_phan_tu_cong_dvc_quoc_gia,
    CAST(sum(CASE WHEN is_last AND NOT inside AND NOT is_undated THEN dossiers ELSE 0 END) AS BIGINT) AS hs_ngoai_ky,
    CAST(sum(CASE WHEN is_last AND NOT inside AND is_undated THEN dossiers ELSE 0 END) AS BIGINT) AS hs_khong_ro_ngay,
    CAST(sum(CASE WHEN is_last AND is_strange THEN dossiers ELSE 0 END) AS BIGINT) AS hs_trang_thai_chua_biet,
    CAST(sum(CASE WHEN is_last AND is_garbled THEN dossiers ELSE 0 END) AS BIGINT) AS hs_co_o_khong_doc_duoc,
    CAST(sum(CASE WHEN is_last THEN 0 ELSE dossiers END) AS BIGINT) AS dong_lap_lai
  FROM judged
  GROUP BY don_vi
  HAVING sum(CASE WHEN is_last THEN 1 ELSE 0 END) > 0
)

SELECT
  don_vi,
  CASE WHEN NOT is_unknown THEN tiep_nhan END AS tiep_nhan,
  CASE WHEN NOT is_unknown THEN co_so_hoa_tphs END AS co_so_hoa_tphs,
  CASE WHEN NOT is_unknown THEN da_giai_quyet END AS da_giai_quyet,
  CASE WHEN NOT is_unknown THEN hoan_thanh_co_file END AS hoan_thanh_co_file,
  CASE WHEN NOT is_unknown THEN tiep_nhan_hoan_thanh_co_file END AS tiep_nhan_hoan_thanh_co_file,
  CASE WHEN NOT is_unknown THEN co_tai_su_dung_thanh_phan END AS co_tai_su_dung_thanh_phan,
  CASE WHEN NOT is_unknown THEN co_tai_su_dung_thanh_phan_tu_cong_dvc_quoc_gia END AS co_tai_su_dung_thanh_phan_tu_cong_dvc_quoc_gia,
  hs_ngoai_ky,
  hs_khong_ro_ngay,
  hs_trang_thai_chua_biet,
  hs_co_o_khong_doc_duoc,
  dong_lap_lai
FROM counted
ORDER BY don_vi
