import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A TCP line to a server on this machine: it can be cut, or stay dead for a while. */
export interface Line {
  readonly url: string;
  /** Every connection on it ends at once; new ones go through. */
  cut(): void;
  /** Cut, and nothing goes through until it is mended. */
  down(): void;
  mend(): void;
  close(): Promise<void>;
}

export const openLine = async (port: number): Promise<Line> => {
  const sockets = new Set<Socket>();
  let dead = false;
  const server = createServer(near => {
    if (dead) return void near.destroy();
    const far = connect(port, '127.0.0.1');
    for (const [a, b] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(a);
      a.pipe(b);
      a.on('error', () => b.destroy());
      a.on('close', () => {
        sockets.delete(a);
        b.destroy();
      });
    }
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut,
    down: () => {
      dead = true;
      cut();
    },
    mend: () => {
      dead = false;
    },
    close: () => {
      cut();
      return new Promise(resolve => server.close(() => resolve()));
    },
  };
};
