/** A thin line between two parts. */
export function Divider() {
  return <hr class="divider" />
}
