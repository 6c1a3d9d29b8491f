/**
 * How values are written for people and read back from them, the same in every locale.
 *
 * <p>The rules of numbers, as {@code QuantityWriter} follows them:
 *
 * <ul>
 *   <li>An answer has two significant digits, three from 100 on; a step of a calculation has four; factors, shares and
 *       money have three.
 *   <li>The unit is chosen after rounding: 999,960 B are 1 MB.
 *   <li>A number of things, or a multiple, that is whole is written whole up to six digits, {@code Numerals.whole}.
 *   <li>What was given and not calculated is written in a unit that is exact, {@code ExactUnits}.
 *   <li>The numbers of a range are on one scale, and have as many digits as tell its ends apart.
 *   <li>What is written is read back, within its rounding.
 * </ul>
 */
package dev.estimator.internal.text;
