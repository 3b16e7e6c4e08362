import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(__dirname, '../..')
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

describe('the image', () => {
  const lines = read('docker/Dockerfile')
    .replaceAll('\\\n', ' ')
    .split('\n')
    .filter((line) => /^[A-Z]/.test(line))
  const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')))

  it('[OPS-17] is made in stages from one version of Node, holds no tools of the build, and runs as nobody special', () => {
    const bases = lines.filter((line) => line.startsWith('FROM ')).map((line) => line.split(' ')[1]!)
    expect(bases.filter((base) => !['tree'].includes(base)).every((base) => /^node:\d+\.\d+\.\d+-/.test(base))).toBe(true)
    expect(last.filter((line) => line.startsWith('COPY ') && !line.startsWith('COPY --from='))).toEqual([])
    expect(lines.some((line) => line.startsWith('RUN npm ci --omit=dev'))).toBe(true)
    const order = ['USER node', 'HEALTHCHECK', 'STOPSIGNAL SIGTERM', 'CMD'].map((word) => last.findIndex((line) => line.startsWith(word)))
    expect(order).toEqual([...order].sort((a, b) => a - b))
    expect(order[0]).toBeGreaterThan(0)
  })

  it('[OPS-17] takes nothing into its making but what it is made of', () => {
    const copied = lines
      .filter((line) => line.startsWith('COPY ') && !line.includes('--from='))
      .flatMap((line) => line.split(' ').slice(1, -1))
    const letIn = read('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1))
    expect(copied.filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
    expect(copied.filter((path) => !letIn.some((each) => path === each || path.startsWith(`${each}/`)))).toEqual([])
    expect(read('.dockerignore')).toContain('**/.data')
  })
})
