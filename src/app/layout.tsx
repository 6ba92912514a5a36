import type { AgencyPack } from '../agency/index.ts'
import type { ListenerParts } from '../platform/http/listener.ts'
import type { Context, View } from '../platform/http/page.ts'
import { isFirstVisit, ownCookies, preferencesText, yearSeconds } from '../platform/http/own-cookies.ts'
import { paths } from '../platform/paths.ts'
import type { Visit } from '../platform/http/visit.ts'
import { type Assets, IdleNotice, PageFrame, StorageMention, type Viewer } from '../ui/index.ts'

export interface LayoutParts {
  audience: 'portal' | 'office'
  agency: AgencyPack
  assets: Assets
  demonstration: boolean
  operatorName: string
  languages: readonly string[]
  viewerOf(visit: Visit): Viewer
  extendSessionPath: string
}

const pathOf = (url: string) => url.replace(/[?#].*$/s, '')

/** The same page in other languages: links, so that they work without JavaScript and can be shared. */
function languageLinks(parts: LayoutParts, url: string) {
  const names = (language: string) => new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language
  if (parts.languages.length < 2) return []
  return parts.languages.map((code) => ({ code, name: names(code), href: `${pathOf(url)}?language=${code}` }))
}

/** Builds the function that puts the frame around every view of a listener. */
export function layoutOf(parts: LayoutParts): ListenerParts['layout'] {
  return (context: Context, view: View, status: number) => {
    const viewer = parts.viewerOf(context.visit)
    const { t, visit } = context
    return (
      <PageFrame
        t={t}
        title={view.title}
        agencyShortName={parts.agency.shortName}
        demonstration={parts.demonstration}
        operatorName={parts.operatorName}
        viewer={viewer}
        currentPath={pathOf(context.url)}
        csrfToken={viewer.kind === 'visitor' ? '' : context.csrfToken()}
        languages={languageLinks(parts, context.url)}
        audience={parts.audience}
        assets={parts.assets}
        script={view.script}
        aside={view.aside}
        wide={view.wide ?? false}
        hasErrors={status === 422 || status === 403}
        mention={parts.audience === 'portal' ? firstMention(context) : undefined}
        idleNotice={visit.session ? idleNotice(parts, context, visit.session.idleEndsAt) : undefined}
      >
        {view.body}
      </PageFrame>
    )
  }
}

/** A device that was never told about storage is told once, and keeps that it was. */
function firstMention(context: Context) {
  if (!isFirstVisit(context)) return undefined
  context.setCookie(ownCookies.storage.name, preferencesText([]), yearSeconds)
  return <StorageMention t={context.t} href={paths.storagePreferences()} />
}

function idleNotice(parts: LayoutParts, context: Context, endsAt: Temporal.Instant) {
  const secondsLeft = Math.round(context.services.clock.now().until(endsAt).total({ unit: 'seconds' }))
  const csrfToken = context.csrfToken()
  return <IdleNotice t={context.t} endsAt={endsAt} secondsLeft={secondsLeft} extendPath={parts.extendSessionPath} csrfToken={csrfToken} />
}
