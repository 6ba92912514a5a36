import { type Ending, type HostileFile, ownPdf } from './hostile-file.ts'

const long = 'n'.repeat(300)

/** Names as a browser, a script or an attacker sends them, with what the page may show of each; null: it is refused. */
const names: readonly [what: string, sent: string, shown: string | null][] = [
  ['right-to-left override', 'photo\u202Efdp.exe.pdf', 'photofdp.exe.pdf'],
  ['right-to-left isolates', '\u2067card\u2069.pdf', 'card.pdf'],
  ['zero-width space', 'ca\u200Brd.pdf', 'card.pdf'],
  ['zero-width joiner alone', '\u200D.pdf', 'pdf'],
  ['byte order mark', '\uFEFFcard.pdf', 'card.pdf'],
  ['soft hyphen', 'ca\u00ADrd.pdf', 'card.pdf'],
  ['composed and decomposed letters', 'cafe\u0301.pdf', 'caf\u00E9.pdf'],
  ['composed letters', 'caf\u00E9 composed.pdf', 'caf\u00E9 composed.pdf'],
  ['forty combining marks', `a${'\u0301'.repeat(40)}.pdf`, `\u00E1${'\u0301'.repeat(29)}.pdf`],
  ['Arabic letters', 'بطاقة.pdf', 'بطاقة.pdf'],
  ['Hebrew letters', 'תעודה.pdf', 'תעודה.pdf'],
  ['Chinese letters', '身份证.pdf', '身份证.pdf'],
  ['Thai letters', 'บัตร.pdf', 'บัตร.pdf'],
  ['emoji and a word', 'card 🪪.pdf', 'card 🪪.pdf'],
  ['emoji alone', '🪪', null],
  ['homographs', 'pаssport.pdf', 'pаssport.pdf'],
  ['full-width letters', 'ｃａｒｄ.pdf', 'ｃａｒｄ.pdf'],
  ['full-width dot', 'card．exe．pdf', null],
  ['300 characters', `${long}.pdf`, `${'n'.repeat(116)}.pdf`],
  ['300 emoji', `a${'🪪'.repeat(300)}.pdf`, `a${'🪪'.repeat(115)}.pdf`],
  ['300 characters without an ending', long, null],
  ['path upwards', '../../../etc/passwd.pdf', 'passwd.pdf'],
  ['path upwards on Windows', '..\\..\\windows\\system32\\card.pdf', 'card.pdf'],
  ['path from the root', '/etc/passwd', null],
  ['drive of Windows', 'C:\\Users\\Maria\\card.pdf', 'card.pdf'],
  ['drive without a path', 'C:card.pdf', 'C_card.pdf'],
  ['share of Windows', '\\\\server\\share\\card.pdf', 'card.pdf'],
  ['alternate stream of Windows', 'card.pdf:hidden.pdf', 'card.pdf_hidden.pdf'],
  ['path that ends with a slash', 'card.pdf/', null],
  ['two dots', '..', null],
  ['dots and slashes', './/../.pdf', 'pdf'],
  ['leading dot', '.htaccess.pdf', 'htaccess.pdf'],
  ['trailing dot', 'card.pdf.', 'card.pdf'],
  ['trailing spaces', 'card.pdf   ', 'card.pdf'],
  ['percent-encoded path', '..%2f..%2fetc%2fpasswd.pdf', '%2f..%2fetc%2fpasswd.pdf'],
  ['percent-encoded NUL', 'card.pdf%00.exe', null],
  ['percent-encoded line break', 'card%0d%0aset-cookie: a=b.pdf', 'card%0d%0aset-cookie_ a=b.pdf'],
  ['double ending', 'card.exe.pdf', 'card.exe.pdf'],
  ['double ending the other way', 'card.pdf.exe', null],
  ['ending of a shell script', 'card.pdf;rm -rf.sh', null],
  ['ending in capitals', 'CARD.PDF', 'CARD.PDF'],
  ['device CON', 'con.pdf', null],
  ['device COM1', 'COM1.pdf', null],
  ['device LPT9 with an ending', 'lpt9.tar.pdf', null],
  ['device NUL', 'NUL', null],
  ['device with a space', 'aux .pdf', null],
  ['markup', '<img src=x onerror=alert(1)>.pdf', '_img src=x onerror=alert(1)_.pdf'],
  ['template', '{{7*7}}#{7*7}.pdf', '{{7_7}}#{7_7}.pdf'],
  ['statement of a database', "'); drop table evidence.file; --.pdf", "'); drop table evidence.file; --.pdf"],
  ['format directives', '%s%n%x%p.pdf', '%s%n%x%p.pdf'],
  ['command substitution', '$(reboot)`reboot`.pdf', '$(reboot)`reboot`.pdf'],
  ['leading dash', '-rf.pdf', '-rf.pdf'],
  ['question marks and stars', '?*?.pdf', '___.pdf'],
  ['a tab', 'my\tcard.pdf', 'mycard.pdf'],
  ['a private-use character', '\uE000card.pdf', 'card.pdf'],
  ['a character of no meaning', '\u{E0041}card.pdf', 'card.pdf'],
  ['formula of a spreadsheet', '=HYPERLINK(A1).pdf', '=HYPERLINK(A1).pdf'],
  ['spaces alone', '   ', null],
  ['an ending alone', '.pdf', 'pdf'],
]

/** A name that leaves nothing to call the file by, or an ending that we do not take. */
function endingOf(sent: string, shown: string | null): Ending {
  if (shown === 'pdf') return 'type-not-allowed'
  if (shown !== null) return 'clean'
  // The reader of the form takes the last part of a path, and of these nothing is left.
  if (/[/.]$/.test(sent) && !/^card\.pdf\.$/.test(sent)) return 'no-file'
  return refusedEndings.has(sent) ? 'type-not-allowed' : 'bad-name'
}

const refusedEndings = new Set(['card．exe．pdf', long, '/etc/passwd', 'card.pdf%00.exe', 'card.pdf.exe', 'card.pdf;rm -rf.sh'])

/** Sound PDFs under names that try to be something else. */
export const namedFiles = (): HostileFile[] =>
  names.map(([what, sent, shown]): HostileFile => ({
    what: `name: ${what}`,
    fileName: sent,
    bytes: () => ownPdf(what),
    ends: endingOf(sent, shown),
    ...(endingOf(sent, shown) === 'no-file' ? { inPieces: 'bad-name' as const } : {}),
    ...(shown !== null && shown !== 'pdf' ? { shownAs: shown } : {}),
  }))
