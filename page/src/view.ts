// What a view gives the frame: its title and the parts below it.
import type { Part } from './element';

export interface View { title: string; parts: Part[] }
