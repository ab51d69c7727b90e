import type { ComponentChildren } from 'preact'
import { Icon } from '../icon/icon.tsx'

/** A link that sorts by this column; `direction` is how the rows stand now. */
export type ColumnSort = { readonly href: string; readonly direction?: 'ascending' | 'descending' | undefined }

export type Column<Row> = {
  readonly key: string
  readonly heading: string
  readonly cell: (row: Row) => ComponentChildren
  readonly sort?: ColumnSort | undefined
  /** Numbers line up at the end of the cell. */
  readonly numeric?: boolean | undefined
  /** The cell that names the row. */
  readonly rowHeader?: boolean | undefined
  /** The heading is for screen readers only: a column of buttons. */
  readonly headingHidden?: boolean | undefined
}

export type TableProps<Row> = {
  readonly caption: string
  readonly captionHidden?: boolean | undefined
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  /** Walk the rows with j/k or the arrows and open with Enter (with script). */
  readonly listKeys?: boolean | undefined
  /** Lines rather than cards on a phone: for small tables of numbers. */
  readonly compact?: boolean | undefined
}

/** Rows with columns; where there is no room, each row becomes a card. */
export function Table<Row>({ caption, captionHidden, columns, rows, rowKey, listKeys, compact }: TableProps<Row>) {
  return (
    // NOTE: compact rows may be wider than a phone; who has no pointer scrolls them once the region has focus.
    <div
      class={compact ? 'table-room table-compact' : 'table-room'}
      {...(compact ? { role: 'region', 'aria-label': caption, tabindex: 0 } : {})}
    >
      <table class="table">
        <caption class={captionHidden ? 'visually-hidden' : 'table-caption'}>{caption}</caption>
        <thead class="table-head">
          <tr>
            {columns.map((column) => (
              <HeadingCell {...column} key={column.key} />
            ))}
          </tr>
        </thead>
        <tbody data-list-keys={listKeys ? '' : undefined}>
          {rows.map((row) => (
            <tr class="table-row" key={rowKey(row)} data-list-item={listKeys ? '' : undefined}>
              {columns.map((column) => (
                <BodyCell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function HeadingCell<Row>({ heading, sort, numeric, headingHidden }: Column<Row>) {
  const word = headingHidden ? <span class="visually-hidden">{heading}</span> : heading
  return (
    <th scope="col" class={numeric ? 'table-number' : undefined} aria-sort={sort?.direction}>
      {sort ? (
        <a class="table-sort" href={sort.href}>
          {word}
          {sort.direction ? (
            <Icon name={sort.direction === 'ascending' ? 'arrow-up' : 'arrow-down'} size="small" />
          ) : null}
        </a>
      ) : (
        word
      )}
    </th>
  )
}

function BodyCell<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) {
  const look = column.numeric ? 'table-number' : undefined
  const label = column.headingHidden ? undefined : column.heading
  if (column.rowHeader) {
    return (
      <th scope="row" class="table-name">
        {column.cell(row)}
      </th>
    )
  }
  return (
    <td class={look} data-label={label}>
      {column.cell(row)}
    </td>
  )
}
