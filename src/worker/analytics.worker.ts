import { expose } from 'comlink';
import type { WorkerDoor } from './client.ts';
import type { WorkerNews } from './protocol.ts';
import { Replicas } from './replicas.ts';

let tell: (news: WorkerNews) => void = () => {};
const replicas = new Replicas(() => {});

class NotReady extends Error {}
const notReady = (): Promise<never> => Promise.reject(new NotReady('Orders cannot be read yet'));

const door: WorkerDoor = {
  listen: (hear) => void (tell = hear),
  openBook: (bookId, state) => replicas.open(bookId, state),
  updateBook: (bookId, update) => replicas.update(bookId, update),
  closeBook: (bookId) => replicas.close(bookId),
  inspect: notReady,
  importOrders: notReady,
  cancelImport: () => {},
  kpis: notReady,
  makeSample: notReady,
};

expose(door);
