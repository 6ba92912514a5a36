import { representative } from '../../../accounts/index.ts'
import { type Answer, notFound, seeOther } from '../../../platform/http/answer.ts'
import { type Context, endpoint, records } from '../../../platform/http/page.ts'
import { isId } from '../../../platform/ids.ts'
import { paths } from '../../../platform/paths.ts'
import { removeLicence, restoreLicence } from '../remove-licence.ts'

type AtLicence = { licence: string }

/** The button that takes a licence away, with the way to put it back. */
export const removeLicenceEndpoint = endpoint({
  path: paths.removeLicence,
  method: 'POST',
  access: representative,
  audit: records(removeLicence),
  comesBackTo: () => paths.practice(),
  async run({ params: { licence: id }, perform }: Context<AtLicence>): Promise<Answer> {
    const removed = isId(id) ? await perform(removeLicence, { id }) : null
    return removed?.ok ? seeOther(`${paths.practice()}?removed=${id}`) : notFound
  },
})

export const restoreLicenceEndpoint = endpoint({
  path: paths.restoreLicence,
  method: 'POST',
  access: representative,
  audit: records(restoreLicence),
  comesBackTo: () => paths.practice(),
  async run({ params: { licence: id }, perform }: Context<AtLicence>): Promise<Answer> {
    const restored = isId(id) ? await perform(restoreLicence, { id }) : null
    if (restored && !restored.ok && restored.refusal === 'listed-already') return seeOther(`${paths.practice()}?done=listed-already`)
    return restored?.ok ? seeOther(`${paths.practice()}?done=restored`) : notFound
  },
})
