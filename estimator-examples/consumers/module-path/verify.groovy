def printed = { String... command ->
    def process = new ProcessBuilder(command)
    process.environment()['JDK_JAVA_OPTIONS'] = '-Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8'
    process.start().inputStream.getText('UTF-8')
}
def java = System.getProperty('java.home') + '/bin/java'
def target = "$basedir/target"
def expected = new File(basedir, 'expected.txt').getText('UTF-8')

// as the jars come, Commons Math as an automatic module
def path = "$target/modules" + File.pathSeparator + "$target/module-path-1.jar"
assert printed(java, '-p', path, '-m', 'com.example.launch/com.example.launch.Launch') == expected

// as an image, which has nothing of the JDK but its base and the logging that Guava asks for
assert printed("$target/image/bin/launch") == expected
def modules = printed("$target/image/bin/java", '--list-modules').readLines().collect { it - ~/@.*/ }
assert modules.findAll { it ==~ /(java|jdk)\..*/ } == ['java.base', 'java.logging']
assert new File(target, 'image').directorySize() < 80_000_000
