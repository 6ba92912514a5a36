import { Command, CommanderError, InvalidArgumentError } from 'commander'
import { StartRefused } from '../app/start-refused.ts'
import { readConfig, type Config } from '../config.ts'

/** Exit codes: done, refused or partly refused, wrong usage. */
export const exitCodes = { done: 0, refused: 1, usage: 2 } as const

type Work = (config: Config) => Promise<number>

/** For tools that read the pack and nothing else: what a start would still lack is none of their concern. */
const withPack = async (work: Work): Promise<number> => {
  const read = readConfig()
  return read.config ? carriedOut(read.config, work) : refused(read.ok ? [] : read.faults)
}

/** Reads the settings, then works; every fault of the settings, and any other, is one clear line. */
async function withConfig(work: Work): Promise<number> {
  const read = readConfig()
  if (!read.ok) return refused([...read.faults, ...(read.config ? await faultsBesides(read.config) : [])])
  return carriedOut(read.config, work)
}

async function carriedOut(config: Config, work: Work): Promise<number> {
  try {
    return await work(config)
  } catch (fault) {
    return refused(fault instanceof StartRefused ? fault.faults : [oneLine(config, fault)])
  }
}

function refused(faults: readonly string[]): number {
  for (const fault of faults) console.error(fault)
  return exitCodes.refused
}

/** What else stands in the way of a start that its settings forbid already: an operator mends all of it at once. */
const faultsBesides = async (config: Config) => (await import('../app/production-faults.ts')).productionFaults(config)

function oneLine(config: Config, fault: unknown): string {
  const message = fault instanceof Error ? fault.message : String(fault)
  const [, host, port] = /EADDRINUSE.*?(\S+):(\d+)/.exec(message) ?? []
  if (port) return `${settingOf(config, Number(port))}: ${port} on ${host} is in use by another program; choose another`
  return message.split('\n')[0] ?? message
}

function settingOf(config: Config, port: number): string {
  const settings = { PORT: config.port, OFFICE_PORT: config.officePort, CASHIER_PORT: config.cashierPort, METRICS_PORT: config.metricsPort }
  return Object.entries(settings).find(([, given]) => given === port)?.[0] ?? 'PORT'
}

function addStaffCommands(staff: Command, does: (work: Work) => void): void {
  staff
    .command('add <email>')
    .description('make a staff member and print a one-time enrolment link')
    .requiredOption('--role <role>', 'officer, supervisor, intake, support or admin')
    .action((email, options) => does(async (config) => (await import('./staff-add.ts')).staffAdd(config, email, options)))
  staff
    .command('clear <email>')
    .description('let a staff member see who is protected')
    .option('--end', 'no longer')
    .action((email, options) => does(async (config) => (await import('./staff-clear.ts')).staffClear(config, email, options)))
}

/** What a command needs is loaded when it runs: a start does not wait for what it does not use. */
function programFor(ended: (code: Promise<number>) => void): Command {
  const program = new Command('portolan').description('Online account, e-filing and case tracking').exitOverride()
  const does = (work: Work) => ended(withConfig(work))
  program
    .command('serve')
    .description('run the portal, the office and the worker')
    .option('--only <parts>', 'portal, office, worker, cashier; divided by commas')
    .action((options) => does(async (config) => (await import('./serve.ts')).serve(config, options)))
  program
    .command('migrate')
    .description('bring the database up to date')
    .action(() => does(async (config) => (await import('./migrate.ts')).migrateCommand(config)))
  addDoctor(program, does)
  addFormCommands(program.command('forms').description('work with form definitions'), (work) => ended(withPack(work)))
  program
    .command('audit')
    .description('work with the record')
    .command('verify')
    .description('walk the chain and find what was changed')
    .option('--json', 'for machines')
    .option('--file <file>', 'signed heads that were shipped out of the database, such as audit-heads.jsonl')
    .action((options) => does(async (config) => (await import('./audit-verify.ts')).auditVerify(config, options)))
  addDocumentCommands(program, ended)
  addIntakeCommands(program, does)
  program
    .command('payments')
    .description('the money of filings')
    .command('report')
    .description('hold a day by our books against what the payment providers say; 1 when it does not balance')
    .option('--day <day>', 'such as 2026-03-31, where the agency is; left out, yesterday')
    .option('--json', 'for machines')
    .option('--csv', 'for spreadsheets')
    .action((options) => does(async (config) => (await import('./payments-report.ts')).paymentsReport(config, options)))
  addStaffCommands(program.command('staff').description('the people of the office'), does)
  program
    .command('legal-hold <number>')
    .description('forbid that anything of an account goes, by its Online Account Number')
    .option('--lift', 'allow it again')
    .action((number, options) => does(async (config) => (await import('./legal-hold.ts')).legalHold(config, number, options)))
  program
    .command('sign-up')
    .description('how people get through the sign-up')
    .command('steps')
    .description('count by step who got past it, of those whose storage preferences allow it')
    .option('--days <days>', 'how many days back', '30')
    .option('--json', 'for machines')
    .action((options) => does(async (config) => (await import('./sign-up-steps.ts')).signUpSteps(config, options)))
  program
    .command('sessions')
    .description('who is signed in')
    .command('end [number]')
    .description('sign out the account of this Online Account Number in every browser, or everybody with --all')
    .option('--all', 'everybody')
    .action((number, options) => does(async (config) => (await import('./sessions-end.ts')).sessionsEnd(config, number, options)))
  program
    .command('demo')
    .description('the demonstration')
    .command('reset')
    .description('empty the demonstration; the next start seeds it again')
    .action(() => does(async (config) => (await import('./demo-reset.ts')).demoReset(config)))
  for (const [name, about] of Object.entries(notThereYet)) addAbsent(program, name, about, ended)
  return program
}

/** What anyone can check who has the files: no settings are read. */
function addDocumentCommands(program: Command, ended: (code: Promise<number>) => void) {
  program
    .command('document')
    .description('papers of the agency')
    .command('verify <file>')
    .description('check the PDF of a notice by the published public keys alone; 1 when it is not genuine')
    .option('--keys <file>', 'the public keys, from /verify-document/keys.pem of the portal', 'notice-keys.pem')
    .option('--json', 'for machines')
    .action((file, options) => ended((async () => (await import('./document-verify.ts')).documentVerify(file, options))()))
}

function addIntakeCommands(program: Command, does: (work: Work) => void) {
  const intake = program.command('intake').description('forms on paper')
  intake
    .command('import <file>')
    .description('take in paper filings from a CSV or JSON lines file; 1 when rows were refused')
    .option('--dry-run', 'say what would come of it and change nothing')
    .option('--report <file>', 'where refused rows are written, to be corrected and brought again; left out, beside the file')
    .option('--json', 'for machines')
    .action((file, options) => does(async (config) => (await import('./intake-import.ts')).intakeImport(config, file, options)))
  intake
    .command('later <folder>')
    .description('take in scanned papers for known cases, from a folder or a zip with manifest.csv; 1 when papers were refused')
    .option('--dry-run', 'say what would come of it and change nothing')
    .option('--report <file>', 'where refused papers are listed, to be corrected and brought again; left out, in the folder or beside the zip')
    .option('--json', 'for machines')
    .action((folder, options) => does(async (config) => (await import('./intake-later.ts')).intakeLater(config, folder, options)))
  intake
    .command('later-template')
    .description('print a list of papers with its header')
    .action(() => does(async () => (await import('./intake-later.ts')).intakeLaterTemplate()))
  intake
    .command('template')
    .description('print a file with the header and one filing')
    .action(() => does(async () => (await import('./intake-import.ts')).intakeTemplate()))
}

function addDoctor(program: Command, does: (work: Work) => void) {
  program
    .command('doctor')
    .description('ask every part it depends on, and read every file that the database names')
    .option('--json', 'for machines')
    .option('--no-files', 'parts only: many files take long to read')
    .action((options) => does(async (config) => (await import('./doctor/doctor.ts')).doctor(config, options)))
}

/** Commands whose names are settled and whose work a later version does: said, never a dead end. */
const notThereYet = {
  backup: 'write database, files and keys to a folder',
  restore: 'bring a backup back',
  keys: 'rotate the keys',
  openapi: 'print the API’s description',
}

function addAbsent(program: Command, name: string, about: string, ended: (code: Promise<number>) => void) {
  program
    .command(name)
    .description(`${about} (not there yet)`)
    .argument('[words...]')
    .allowUnknownOption()
    .action(() => {
      console.error(`portolan ${name}: this version does not have it yet`)
      ended(Promise.resolve(exitCodes.refused))
    })
}

function portNumber(text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535) throw new InvalidArgumentError('It is not a port.')
  return port
}

function addFormCommands(forms: Command, does: (work: Work) => void) {
  forms
    .command('check')
    .description('find the faults of every form, or of one')
    .argument('[form]', 'its code, such as i-90; left out, every form')
    .option('--texts', 'print the reading grade of every text')
    .action((form, options) => does(async (config) => (await import('./forms.ts')).formsCheck(config, { ...options, form })))
  forms
    .command('preview <form>')
    .description('serve every page of one form on this machine, drawn anew when a file changes')
    .option('--port <port>', 'a port of your own; left out, a free one', portNumber)
    .option('--edition <day>', 'another edition than the newest')
    .option('--language <language>', 'the language of its words', 'en')
    .option('--pack <folder>', 'another agency pack than that of AGENCY_PACK')
    .action((form, options) => does(async (config) => (await import('./forms-preview.ts')).formsPreview(config, form, options)))
  forms
    .command('scenarios <form>')
    .description('print the scenario people of a form')
    .option('--json', 'for machines')
    .action((form, options) => does(async (config) => (await import('./forms.ts')).formsScenarios(config, form, options)))
}

/** Runs one operator command; returns its exit code. */
export async function runCommand(args: readonly string[]): Promise<number> {
  let code: Promise<number> = Promise.resolve(exitCodes.usage)
  const program = programFor((ended) => {
    code = ended
  })
  try {
    await program.parseAsync([...args], { from: 'user' })
    return await code
  } catch (fault) {
    if (fault instanceof CommanderError) return fault.exitCode === 0 ? exitCodes.done : exitCodes.usage
    throw fault
  }
}
