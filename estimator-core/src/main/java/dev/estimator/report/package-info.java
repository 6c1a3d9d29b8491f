/** What people read: estimates as one page of text. */
@NullMarked
package dev.estimator.report;

import org.jspecify.annotations.NullMarked;
