import { Command, CommanderError } from 'commander'
import { readConfig, type Config } from '../config.ts'
import { auditVerify } from './audit-verify.ts'
import { demoReset } from './demo-reset.ts'
import { formsCheck, formsScenarios } from './forms.ts'
import { migrateCommand } from './migrate.ts'
import { serve } from './serve.ts'
import { staffAdd } from './staff-add.ts'

/** Exit codes: done, refused or partly refused, wrong usage. */
export const exitCodes = { done: 0, refused: 1, usage: 2 } as const

type Work<A extends unknown[]> = (config: Config, ...args: A) => Promise<number>

/** Reads the settings, then works; every fault of the settings, and any other, is one clear line. */
async function withConfig<A extends unknown[]>(work: Work<A>, ...args: A): Promise<number> {
  const read = readConfig()
  if (!read.ok) {
    for (const fault of read.faults) console.error(fault)
    return exitCodes.refused
  }
  try {
    return await work(read.config, ...args)
  } catch (fault) {
    console.error(oneLine(fault))
    return exitCodes.refused
  }
}

function oneLine(fault: unknown): string {
  const message = fault instanceof Error ? fault.message : String(fault)
  const inUse = /EADDRINUSE.*?(\S+):(\d+)/.exec(message)
  return inUse ? `PORT: ${inUse[2]} on ${inUse[1]} is in use by another program; choose another` : (message.split('\n')[0] ?? message)
}

function programFor(ended: (code: Promise<number>) => void): Command {
  const program = new Command('portolan').description('Online account, e-filing and case tracking').exitOverride()
  const command = (name: string, description: string) => program.command(name).description(description).exitOverride()
  command('serve', 'run the portal, the office and the worker')
    .option('--only <parts>', 'portal, office, worker, cashier; divided by commas')
    .action((options) => ended(withConfig(serve, options)))
  command('migrate', 'bring the database up to date').action(() => ended(withConfig(migrateCommand)))
  const forms = command('forms', 'work with form definitions')
  forms.command('check').description('find the faults of every form').action(() => ended(withConfig(formsCheck)))
  forms
    .command('scenarios <form>')
    .description('print the scenario people of a form')
    .option('--json', 'for machines')
    .action((form, options) => ended(withConfig(formsScenarios, form, options)))
  const audit = command('audit', 'work with the record')
  audit
    .command('verify')
    .description('walk the chain and find what was changed')
    .option('--json', 'for machines')
    .action((options) => ended(withConfig(auditVerify, options)))
  const staff = command('staff', 'the people of the office')
  staff
    .command('add <email>')
    .requiredOption('--role <role>', 'officer, supervisor, intake, support or admin')
    .description('make a staff member and print a one-time enrolment link')
    .action((email, options) => ended(withConfig(staffAdd, email, options)))
  const demo = command('demo', 'the demonstration')
  demo.command('reset').description('empty the demonstration and seed it again').action(() => ended(withConfig(demoReset)))
  return program
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
