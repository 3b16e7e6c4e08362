import type { Program } from './program.mjs'

interface Site {
  nodes: readonly string[]
  templates: string
  directory: string
}

export function startNginx(options: Site & { port: number }): Promise<Program>
export function writeConfiguration(options: Site & { listen: string; tls?: { listen: string; certificate: string; key: string } }): string
