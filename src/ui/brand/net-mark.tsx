/** The mark of Meernet: four knots of a net, one of them warm. Decoration; its word stands beside it. */
export function NetMark() {
  return (
    <svg class="net-mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
      <path class="net-mark-threads" d="M8 9 23 7 25 22 10 25Z M8 9 25 22" />
      <circle class="net-mark-knot" cx="8" cy="9" r="3.5" />
      <circle class="net-mark-knot" cx="25" cy="22" r="3.5" />
      <circle class="net-mark-knot" cx="10" cy="25" r="3.5" />
      <circle class="net-mark-warm" cx="23" cy="7" r="5" />
    </svg>
  )
}
