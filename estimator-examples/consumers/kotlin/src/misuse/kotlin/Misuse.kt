import dev.estimator.quantity.Quantities.*

// Each line must be refused.
val nothing = million(5.0).plus(null)
val maybe: String = million(5.0).name()
val mixed = million(5.0) + mb(1.0)
