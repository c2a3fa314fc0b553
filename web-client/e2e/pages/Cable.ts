import { connect, createServer, type Server, type Socket } from 'node:net'

/** The cable between a browser and the server: it can be cut, with everything that runs over it, and mended. */
export class Cable {
  private server: Server | null = null
  private readonly sockets = new Set<Socket>()
  private port = 0

  private constructor(private readonly target: URL) {}

  static async to(address: string): Promise<Cable> {
    const cable = new Cable(new URL(address))
    await cable.mend()
    return cable
  }

  /** The server's address at this end. */
  get address(): string {
    return `${this.target.protocol}//${this.target.hostname}:${this.port}`
  }

  async mend(): Promise<void> {
    this.server = createServer((near) => this.join(near))
    await new Promise<void>((listening) => this.server!.listen(this.port, '127.0.0.1', listening))
    this.port = (this.server.address() as { port: number }).port
  }

  async cut(): Promise<void> {
    const closed = new Promise<void>((done) => this.server?.close(() => done()))
    this.sockets.forEach((socket) => socket.destroy())
    await closed
  }

  private join(near: Socket): void {
    const far = connect(Number(this.target.port), '127.0.0.1')
    for (const [socket, other] of [[near, far], [far, near]] as const) {
      this.sockets.add(socket)
      socket.pipe(other)
      socket.on('error', () => other.destroy())
      socket.on('close', () => {
        this.sockets.delete(socket)
        other.destroy()
      })
    }
  }
}
