/** Why a part of a workbook or export is not taken over, or taken over otherwise. */
const remarkReasons = [
  'location',
  'media',
  'device',
  'moment',
  'personal',
  'repeatAskedOnce',
  'repeatNotCounted',
  'ranking',
  'externalFile',
  'kindUnknown',
  'calculationUnused',
  'column',
  'sheet',
  'setting',
  'conditionOnLeftOut',
  'scaleNotWhole',
  'scaleNeedsPermission',
  'language',
  'hiddenWithoutLabel',
  'versionOfForm',
  'answerUnknown',
  'questionUnknown',
] as const
export type RemarkReason = (typeof remarkReasons)[number]

/** Something of a file that has no place here, told rather than dropped in silence. */
export type Remark = {
  readonly reason: RemarkReason
  /** Names of questions, columns, sheets or languages. */
  readonly names: readonly string[]
}

/** One remark per reason, with all its names in the order in which they came. */
export function gathered(remarks: readonly Remark[]): readonly Remark[] {
  return [...Map.groupBy(remarks, ({ reason }) => reason)].map(([reason, same]) => ({
    reason,
    names: [...new Set(same.flatMap(({ names }) => names))],
  }))
}
