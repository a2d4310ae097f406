import { database } from '#storage/database.ts';
import { expose } from 'comlink';
import { openDoor } from './door.ts';

expose(openDoor(database()));
