import type { Context } from '../../platform/http/page.ts'
import { type CodeStanding, codeStanding, noStanding } from '../one-time-password/code-standing.ts'
import { sendAnotherCode } from '../one-time-password/send-another-code.ts'

export const standingOf = async (context: Pick<Context, 'read'>): Promise<CodeStanding> =>
  (await context.read(codeStanding, {})) ?? noStanding

/**
 * The first look in a session asks for the code: nobody should press a button to be asked. A reload asks no second.
 * @param isOfferedFirst where this says so of who was not asked yet, another way stands first and no code is sent
 */
export async function askedStanding(
  context: Pick<Context, 'perform' | 'read'>,
  isOfferedFirst: (standing: CodeStanding) => boolean = () => false,
): Promise<CodeStanding> {
  const standing = await standingOf(context)
  if (standing.channel || isOfferedFirst(standing)) return standing
  await context.perform(sendAnotherCode, undefined)
  return standingOf(context)
}
