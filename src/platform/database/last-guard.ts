/**
 * Whether the database refused to write a row under row-level security. Who may do something is asked first; so this is somebody
 * whose access ended between reading and writing, or a rule of ours that forgot what the database knows.
 */
export const isRefusedRow = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && error.code === '42501' && /row-level security/.test(error.message)
