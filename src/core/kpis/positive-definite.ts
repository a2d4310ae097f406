/** Dense symmetric systems of a few dozen unknowns. */

/** Lower triangle L with L Lᵀ = a, row-major; a little is added to the diagonal, so that columns that say the same share their effect. */
function cholesky(a: Float64Array, size: number): Float64Array {
  const lower = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = a[row * size + column]! * (row === column ? 1 + 1e-9 : 1);
      for (let index = 0; index < column; index++) sum -= lower[row * size + index]! * lower[column * size + index]!;
      lower[row * size + column] =
        row === column ? Math.sqrt(Math.max(sum, 1e-12)) : sum / lower[column * size + column]!;
    }
  }
  return lower;
}

/** The inverse of a symmetric positive definite matrix, row-major. */
export function inverseOf(a: Float64Array, size: number): Float64Array {
  const lower = cholesky(a, size);
  const inverse = new Float64Array(size * size);
  const unit = new Float64Array(size);
  for (let column = 0; column < size; column++) {
    unit.fill(0);
    unit[column] = 1;
    for (let row = 0; row < size; row++) {
      let sum = unit[row]!;
      for (let index = 0; index < row; index++) sum -= lower[row * size + index]! * unit[index]!;
      unit[row] = sum / lower[row * size + row]!;
    }
    for (let row = size - 1; row >= 0; row--) {
      let sum = unit[row]!;
      for (let index = row + 1; index < size; index++) sum -= lower[index * size + row]! * unit[index]!;
      unit[row] = sum / lower[row * size + row]!;
    }
    for (let row = 0; row < size; row++) inverse[row * size + column] = unit[row]!;
  }
  return inverse;
}

/** `matrix × vector`. */
export function times(matrix: Float64Array, vector: Float64Array): Float64Array {
  const size = vector.length;
  const product = new Float64Array(size);
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) product[row]! += matrix[row * size + column]! * vector[column]!;
  return product;
}
