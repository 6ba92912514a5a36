import { representative } from '../../../accounts/index.ts'
import { type Answer, notFound, seeOther } from '../../../platform/http/answer.ts'
import { type Context, endpoint, records } from '../../../platform/http/page.ts'
import { isId } from '../../../platform/ids.ts'
import { paths } from '../../../platform/paths.ts'
import { archiveClient, restoreClient } from '../change-client.ts'
import { removeNote, restoreNote } from '../keep-note.ts'

type AtClient = { client: string }
type AtNote = { client: string; note: string }

/** The buttons that archive a client and bring them back. */
export const archiveClientEndpoint = endpoint({
  path: paths.archiveClient,
  method: 'POST',
  access: representative,
  audit: records(archiveClient),
  comesBackTo: (params) => paths.client(params),
  async run({ params: { client: id }, perform }: Context<AtClient>): Promise<Answer> {
    const done = isId(id) ? await perform(archiveClient, { id }) : null
    return done?.ok ? seeOther(`${paths.client({ client: id })}?done=archived`) : notFound
  },
})

export const restoreClientEndpoint = endpoint({
  path: paths.restoreClient,
  method: 'POST',
  access: representative,
  audit: records(restoreClient),
  comesBackTo: (params) => paths.client(params),
  async run({ params: { client: id }, perform }: Context<AtClient>): Promise<Answer> {
    const done = isId(id) ? await perform(restoreClient, { id }) : null
    return done?.ok ? seeOther(`${paths.client({ client: id })}?done=restored`) : notFound
  },
})

/** The button that takes a note away, with the way to put it back. */
export const removeNoteEndpoint = endpoint({
  path: paths.removeClientNote,
  method: 'POST',
  access: representative,
  audit: records(removeNote),
  comesBackTo: ({ client }) => paths.client({ client }),
  async run({ params, perform }: Context<AtNote>): Promise<Answer> {
    const done = await perform(removeNote, params)
    return done.ok ? seeOther(`${paths.client({ client: params.client })}?removed=${params.note}`) : notFound
  },
})

export const restoreNoteEndpoint = endpoint({
  path: paths.restoreClientNote,
  method: 'POST',
  access: representative,
  audit: records(restoreNote),
  comesBackTo: ({ client }) => paths.client({ client }),
  async run({ params, perform }: Context<AtNote>): Promise<Answer> {
    const done = await perform(restoreNote, params)
    return done.ok ? seeOther(`${paths.client({ client: params.client })}?done=note-restored`) : notFound
  },
})
