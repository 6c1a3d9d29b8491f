/** What people read: estimates as one page of text. */
package dev.estimator.report;
