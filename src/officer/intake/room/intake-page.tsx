import { notFound, seeOther } from '../../../platform/http/answer.ts'
import { action, type Context, page, records, recordsNothing } from '../../../platform/http/page.ts'
import { pageNumber } from '../../../platform/http/page-number.ts'
import { officePaths } from '../../../platform/paths.ts'
import { Breadcrumb } from '../../../ui/index.ts'
import { stopIntake } from '../bring/stop-intake.ts'
import { staffWho } from '../../sessions/access.ts'
import { AboutFile, Counts, Progress, Standing } from './intake-parts.tsx'
import { oneIntake, type OneIntake } from './one-intake.ts'
import { RefusedRows } from './refused-rows.tsx'

const refreshSeconds = 5
/** A page that looks again keeps its session open: it does so only as long as there is something to see. */
const stillMinutesMost = 5

const isStill = ({ movedAt }: OneIntake, now: Temporal.Instant): boolean => Temporal.Instant.compare(movedAt.add({ minutes: stillMinutesMost }), now) < 0

const load = async (context: Context<{ intake: string }>) => {
  const current = pageNumber(context.query)
  const found = await context.read(oneIntake, { intake: context.params.intake, page: current })
  return found ? { intake: found, current } : notFound
}

/** `/intake/files/…`: how far a file is while it is read, and what came of it afterwards. */
export const oneIntakePage = page({
  path: officePaths.intakeOf,
  access: staffWho('take-in-paper'),
  audit: recordsNothing('lines, counts and reasons; nothing of what the rows say'),
  load,
  view: ({ t, model: { intake, current }, context }) => {
    const isUnderWay = intake.state === 'waiting' || intake.state === 'going'
    const still = isUnderWay && isStill(intake, context.services.clock.now())
    const title = t('office-intake.one.title')
    return {
      title,
      wide: true,
      // Who reads refused rows meanwhile is not thrown back to the top.
      ...(isUnderWay && !still && current === 1 ? { refreshSeconds } : {}),
      body: (
        <div class="stack">
          <Breadcrumb t={t} trail={[{ words: t('office-intake.title'), href: officePaths.intake() }, { words: title }]} />
          <h1>{title}</h1>
          <Standing t={t} intake={intake} still={still} />
          {isUnderWay ? <Progress t={t} intake={intake} csrfToken={context.csrfToken()} /> : null}
          <div class="columns">
            <Counts t={t} intake={intake} />
            <AboutFile t={t} intake={intake} />
          </div>
          <RefusedRows t={t} intake={intake} current={current} />
        </div>
      ),
    }
  },
})

const back = ({ params }: Pick<Context<{ intake: string }>, 'params'>) => seeOther(officePaths.intakeOf(params))

export const stopIntakeAction = action({
  path: officePaths.stopIntake,
  access: staffWho('take-in-paper'),
  audit: records(stopIntake),
  back,
  submit: {
    operation: stopIntake,
    input: (_values, { params }) => ({ intake: params.intake }),
    shows: { 'no-intake': () => notFound, 'ended-already': back, 'not-allowed': back, 'too-many-attempts': back },
    then: (_stopped, context) => back(context),
  },
})
