import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { marked } from 'marked'

const PATH = join(__dirname, '../../../../shared/sources/copenhagen-framework-v1.0.md')

/** A long real document as HTML, as a word processor puts it on the clipboard, and what it is called. */
export function longDocument(): { name: string; html: string } {
  if (existsSync(PATH)) return { name: 'the Copenhagen Framework', html: asHtml(readFileSync(PATH, 'utf8')) }
  return { name: 'a stand-in, since ../shared/sources/copenhagen-framework-v1.0.md is not beside the project', html: asHtml(standIn()) }
}

function asHtml(markdown: string): string {
  return marked.parse(withTables(markdown), { async: false })
}

/** The Framework's Table 1 is kept as lines with tabs, which Markdown takes for code. */
function withTables(markdown: string): string {
  const isRow = (line: string) => line.split('\t').length > 3
  const lines = markdown.split('\n')
  return lines
    .map((line, index) => {
      if (!isRow(line)) return line
      const cells = line.split('\t').map((cell) => `<td>${cell}</td>`)
      const [opens, closes] = [!isRow(lines[index - 1] ?? ''), !isRow(lines[index + 1] ?? '')]
      return `${opens ? '\n<table><tbody>' : ''}<tr>${cells.join('')}</tr>${closes ? '</tbody></table>\n' : ''}`
    })
    .join('\n')
}

function standIn(): string {
  const chapters = Array.from({ length: 8 }, (_, chapter) => {
    const paragraphs = Array.from(
      { length: 5 },
      (_, index) =>
        `${chapter * 5 + index + 1}. Paragraph **${index}** of *chapter* ${chapter}.<sup>${chapter}</sup> ${'Words and words. '.repeat(20)}`
    )
    const list = ['Wells', 'Rivers', 'Springs'].map((name) => `- ${name} in chapter ${chapter}\n  - and what flows into them`)
    return [
      `## ${chapter + 1}. A chapter`,
      ...paragraphs,
      list.join('\n'),
      '---',
      `<sup>${chapter}</sup> A note to chapter ${chapter}.`
    ].join('\n\n')
  })
  const table = ['\tStage\tModality 1\tModality 2', ...[1, 2, 3].map((row) => `${row}\tStage ${row}\tOne ${row}\tTwo ${row}`)]
  return ['# A framework', ...chapters, '**Table 1. A table**', table.join('\n')].join('\n\n')
}
