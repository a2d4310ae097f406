import { roomF64, roomI32, roomU16, roomU32, roomU8 } from './growing.ts';

/**
 * The lines that count so far, as growing columns. A column that no file has stays empty until one does; the rows before
 * it then read as none.
 */
export class Lines {
  count = 0;
  order: Uint32Array = new Uint32Array(0);
  day: Int32Array = new Int32Array(0);
  paid: Float64Array = new Float64Array(0);
  refund: Float64Array = new Float64Array(0);
  refundDay: Int32Array = new Int32Array(0);
  quantity: Float64Array = new Float64Array(0);
  product: Uint32Array = new Uint32Array(0);
  category: Uint32Array = new Uint32Array(0);
  channel: Uint32Array = new Uint32Array(0);
  campaign: Uint32Array = new Uint32Array(0);
  member: Uint8Array = new Uint8Array(0);
  /** Which of the dataset's files, 1, 2 …: tells an overlapping export from a row that occurs twice. */
  file: Uint16Array = new Uint16Array(0);
  hasRefundDays = false;
  hasMembers = false;

  /** Makes room for `size` rows. */
  reserve(size: number): void {
    if (size <= this.order.length) return;
    this.order = roomU32(this.order, size);
    const room = this.order.length;
    this.day = roomI32(this.day, room);
    this.paid = roomF64(this.paid, room);
    this.refund = roomF64(this.refund, room);
    this.quantity = roomF64(this.quantity, room);
    this.product = roomU32(this.product, room);
    this.category = roomU32(this.category, room);
    this.channel = roomU32(this.channel, room);
    this.campaign = roomU32(this.campaign, room);
    this.file = roomU16(this.file, room);
    if (this.hasRefundDays) this.refundDay = this.#refundDays(room);
    if (this.hasMembers) this.member = roomU8(this.member, room);
  }

  /** A file with refund times or member flags begins. */
  widen(refundDays: boolean, members: boolean): void {
    if (refundDays && !this.hasRefundDays) {
      this.hasRefundDays = true;
      this.refundDay = this.#refundDays(this.order.length);
    }
    if (members && !this.hasMembers) {
      this.hasMembers = true;
      this.member = roomU8(this.member, this.order.length);
    }
  }

  #refundDays(room: number): Int32Array {
    const days = new Int32Array(room).fill(-1);
    days.set(this.refundDay.subarray(0, this.count));
    return days;
  }
}
