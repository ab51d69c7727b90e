import type { Tx } from '../../../../platform/database/transact.ts'

/** The cards of cases that go on, by person, those merged into them too. As the program. */
export async function cardsOfOpenCases(
  tx: Tx,
): Promise<readonly { readonly personId: string; readonly cardIds: readonly string[] }[]> {
  const rows = await tx.db
    .selectFrom('detection.signal as kept')
    .leftJoin('detection.signal as double', (join) =>
      join.onRef('double.municipality_id', '=', 'kept.municipality_id').onRef('double.merged_into', '=', 'kept.id'),
    )
    .select(['kept.id', 'kept.person_id', 'double.id as merged_id'])
    .where('kept.state', '=', 'case')
    .where('kept.person_id', 'is not', null)
    .where((where) => where.or([where('kept.case_progress', 'is', null), where('kept.case_progress', '<>', 'closed')]))
    .execute()
  return [...Map.groupBy(rows, ({ person_id }) => person_id ?? '')].map(([personId, cards]) => ({
    personId,
    cardIds: [...new Set(cards.flatMap(({ id, merged_id }) => [id, ...(merged_id ? [merged_id] : [])]))],
  }))
}
