/**
 * Long work without database, clock or files: the same answer for the same question, wherever it is worked out. Question and answer are plain
 * data (what `structuredClone` copies).
 */
export type Calculation<Question, Answer> = {
  /** Name of its thread file: `src/…/<name>.thread.ts`, built as `dist/server/<name>.thread.js`. */
  readonly name: string
  /** That file in the sources. */
  readonly source: URL
  readonly work: (question: Question) => Answer
  /** Whether it is done sooner than a thread has begun. */
  readonly isShort: (question: Question) => boolean
}

/** Works a calculation out; where, is for whoever runs the process to say. */
export type Calculate = <Question, Answer>(
  calculation: Calculation<Question, Answer>,
  question: Question,
) => Promise<Answer>

/** On the thread that asks: commands and tests, where nobody else waits. */
export const calculateHere: Calculate = async ({ work }, question) => work(question)
