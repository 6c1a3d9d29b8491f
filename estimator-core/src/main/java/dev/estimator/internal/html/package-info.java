/** Templates of HTML, with a library that is optional. */
package dev.estimator.internal.html;
