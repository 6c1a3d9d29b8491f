/** Estimates on the module path. */
module com.example.launch {
    requires dev.estimator.core;
}
