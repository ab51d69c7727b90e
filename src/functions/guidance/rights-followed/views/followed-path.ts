import { casePath } from '../../cases/views/case-frame.tsx'

/** Address of a right that is followed in a case. */
export const followedPath = ({ caseId, id }: { readonly caseId: string; readonly id: string }): string =>
  `${casePath(caseId, 'rights')}/followed/${id}`
