/**
 * Where values came from: an immutable graph of operations down to the assumptions. No traversal is recursive.
 *
 * <ul>
 *   <li>{@code Trace} is the slow path of arithmetic, which makes a {@code Node} of a {@code Function} and its
 *       operands;
 *   <li>a function is an {@code Op}, which is all that is known of an elementary operation; a {@code Derived} one, made
 *       of those; a formula of a model or a user; or a {@code Note} on its operand: {@code Bound}, {@code Approximate},
 *       {@code PartOf}, {@code InPlaceOf}, {@code Link}, {@code OfRequests};
 *   <li>{@code Tape} lays a graph out flat, operands first; explanations and the engine go through it in order;
 *   <li>{@code WhatIf} computes a graph anew with one leaf replaced; {@code SerialStep} is its serial form;
 *   <li>{@code Shown} says in which units a value is written;
 *   <li>{@code Inside} lets other packages read the derivation of a quantity.
 * </ul>
 */
package dev.estimator.internal.graph;
