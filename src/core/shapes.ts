const kept: object[] = [];

/**
 * Keeps an object for its shape. Engines compile code for objects of a shape, and V8 gives such code up when memory is collected while no
 * object of that shape lives: after a pause, reading would begin anew with slow code. So one object is kept of each class that lives only
 * while something is read and does most of the work then.
 */
export function keepShapeOf(object: object): void {
  kept.push(object);
}
