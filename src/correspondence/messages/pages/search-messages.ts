import { signedIn } from '../../../accounts/index.ts'
import { seeOther } from '../../../platform/http/answer.ts'
import { endpoint, recordsNothing } from '../../../platform/http/page.ts'
import { postedText } from '../../../platform/http/posted.ts'
import { paths } from '../../../platform/paths.ts'
import { sealTerm, termCharactersMost } from '../search.ts'

/** Seals what is searched for and leads back to the conversations with it; whether there is anything to find the page asks. */
export const searchEndpoint = endpoint({
  path: paths.searchMessages,
  method: 'POST',
  access: signedIn,
  audit: recordsNothing('a person looks through their own conversations'),
  async run({ params, actor, services }, { posted }) {
    const term = postedText(posted, 'term').trim().slice(0, termCharactersMost)
    const back = paths.messages(params)
    return seeOther(term === '' ? back : `${back}?${new URLSearchParams({ find: sealTerm(services.keys, String(actor.id), term) })}`)
  },
})
