/** Portolan's compass rose. Decoration: the name stands beside it. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 48 48" width="32" height="32" aria-hidden="true" focusable="false">
      <circle class="mark-ring" cx="24" cy="24" r="21" />
      <path class="mark-lines" d="M24 3v42M3 24h42M9 9l30 30M39 9 9 39" />
      <path class="mark-star" d="m24 5 4 15 15 4-15 4-4 15-4-15-15-4 15-4z" />
      <circle class="mark-eye" cx="24" cy="24" r="2.4" />
    </svg>
  )
}
