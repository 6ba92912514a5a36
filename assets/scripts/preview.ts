/** The preview of a form: it is loaded again when a file of the pack changed, also one that changed while nobody listened. */
const drawn = document.body.dataset.version
const events = new EventSource('/events')

events.addEventListener('version', ({ data }: MessageEvent<string>) => {
  if (data !== drawn) location.reload()
})
